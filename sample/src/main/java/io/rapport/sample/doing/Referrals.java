package io.rapport.sample.doing;

import io.rapport.sample.fact.Event;
import io.rapport.sample.fact.EventBuilder;
import io.rapport.sample.story.Clocks;
import io.rapport.sample.story.Customer;
import io.rapport.sample.story.Customers;
import io.rapport.sample.story.Dice;
import io.rapport.sample.story.Seasons;
import io.rapport.sample.story.Story;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Friends told about the bakery: those who came because of it, and those who didn't. */
final class Referrals {
    private final Story story;
    private final Dice dice;
    private final Customers customers;
    private final List<Event> events = new ArrayList<>();

    Referrals(Story story, long seed, Customers customers) {
        this.story = story;
        this.dice = new Dice(seed, "referrals");
        this.customers = customers;
    }

    List<Event> events() {
        customers.all().stream()
                .filter(customer -> customer.foundBy() == Customer.Source.FRIEND)
                .forEach(this::converted);
        story.days().forEach(this::inVain);
        return events;
    }

    private void converted(Customer friend) {
        LocalDate told = friend.since().minusDays(dice.between(1, 20));
        // not everybody says who sent them
        if (!story.contains(told) || dice.chance(0.45)) {
            return;
        }
        Customer referrer = customers.anyone(told, dice);
        String referral = "referral-" + friend.id();
        add(referral, "referral_made", referrer, referral, Clocks.online(told, dice));
        add(referral + "-converted", "referral_converted", referrer, referral, Clocks.inShop(friend.since(), dice));
    }

    private void inVain(LocalDate day) {
        double eagerness = story.inQueueMonth(day) ? 0.04 : 0.22;
        if (!Seasons.isClosed(day) && dice.chance(eagerness)) {
            String referral = "referral-" + day;
            add(referral, "referral_made", customers.anyone(day, dice), referral, Clocks.online(day, dice));
        }
    }

    private void add(String id, String type, Customer referrer, String referral, Instant at) {
        events.add(EventBuilder.event(id, "shop", type, at)
                .customer(referrer.id())
                .channel("web")
                .property("referralId", referral)
                .build());
    }
}
