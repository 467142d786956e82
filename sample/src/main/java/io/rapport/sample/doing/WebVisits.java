package io.rapport.sample.doing;

import io.rapport.sample.fact.Event;
import io.rapport.sample.story.Clocks;
import io.rapport.sample.story.Customer;
import io.rapport.sample.story.Customers;
import io.rapport.sample.story.Dice;
import io.rapport.sample.story.Ids;
import io.rapport.sample.story.Products;
import io.rapport.sample.story.Seasons;
import io.rapport.sample.story.Story;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Visits to the web site, by strangers, customers and bots; orders are made in {@link ShopVisits}. */
final class WebVisits {
    private static final double VISITS_A_DAY = 20;
    private static final double BOTS_A_DAY = 0.9;
    private static final int REMEMBERED = 500;

    private final Story story;
    private final Seasons seasons;
    private final Dice dice;
    private final Devices devices;
    private final Arrivals arrivals;
    private final Site site;
    private final Customers customers;
    private final Ids ids = new Ids("web");
    private final Ids strangers = new Ids("v");
    private final Ids bots = new Ids("bot");
    private final List<Visitor> seenBefore = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    WebVisits(Story story, long seed, Customers customers, Devices devices) {
        this.story = story;
        this.seasons = new Seasons(story);
        this.dice = new Dice(seed, "web visits");
        this.devices = devices;
        this.arrivals = new Arrivals(story, seed);
        this.site = new Site(story);
        this.customers = customers;
    }

    List<Event> of(List<MailClick> clicks) {
        story.days().forEach(this::ordinary);
        customers.all().forEach(this::discovery);
        clicks.forEach(this::fromMail);
        story.days().forEach(this::byBots);
        return events;
    }

    private void ordinary(LocalDate day) {
        int count = dice.poisson(VISITS_A_DAY * seasons.web(day));
        for (int i = 0; i < count; i++) {
            Instant start = Clocks.online(day, dice);
            if (dice.chance(0.22)) {
                byCustomer(day, start);
            } else {
                visit(stranger(), arrivals.any(day), start, 0);
            }
        }
    }

    private void byCustomer(LocalDate day, Instant start) {
        Customer customer = customers.anyone(day, dice);
        if (!customer.devices().isEmpty()) {
            visit(devices.visitor(dice.pick(customer.devices())), arrivals.ofCustomer(day), start, -0.10);
        }
    }

    /** New customers of the web shop looked around some days before they bought. */
    private void discovery(Customer customer) {
        if (!customer.online() || !story.contains(customer.since())) {
            return;
        }
        int count = 1 + dice.repeats(0.4, 3);
        for (int i = 0; i < count; i++) {
            LocalDate day = customer.since().minusDays(dice.between(0, 12) + 1L);
            if (story.contains(day)) {
                Arrival arrival = i == 0 ? arrivals.discovery(customer) : arrivals.ofCustomer(day);
                visit(devices.visitor(customer.devices().getFirst()), arrival, Clocks.online(day, dice), -0.05);
            }
        }
    }

    private void fromMail(MailClick click) {
        if (!click.customer().devices().isEmpty()) {
            Visitor visitor = devices.visitor(click.customer().devices().getFirst());
            visit(visitor, Arrival.mail(click.campaign()), click.at().plusSeconds(3), 0);
        }
    }

    private void visit(Visitor visitor, Arrival arrival, Instant start, double bounceChange) {
        LocalDate day = Story.dayOf(start);
        Visit visit = new Visit(ids, dice, visitor, arrival, start);
        visit.view(site.landing(day, arrival, dice));
        // nobody waits for a slow shop
        double slowness = story.inQueueMonth(day) ? 0.19 : 0;
        if (!dice.chance(arrival.bounce() + bounceChange + slowness)) {
            int more = 1 + dice.repeats(0.59, 14);
            for (int i = 0; i < more; i++) {
                visit.view(site.any(day, dice));
            }
            abandonedCart(visit, day);
        }
        visit.leave();
        events.addAll(visit.events());
    }

    private void abandonedCart(Visit visit, LocalDate day) {
        if (!dice.chance(0.13)) {
            return;
        }
        visit.stay();
        visit.add(visit.event("add_to_cart")
                .product(dice.pick(Products.on(day, story)).slug()));
        if (dice.chance(story.inQueueMonth(day) ? 0.75 : 0.4)) {
            visit.view(Site.CART);
            visit.add(visit.event("begin_checkout"));
            visit.view(Site.CHECKOUT);
        }
    }

    private void byBots(LocalDate day) {
        int count = dice.poisson(BOTS_A_DAY);
        for (int i = 0; i < count; i++) {
            Visit visit = new Visit(ids, dice, devices.bot(bots.next()), Arrival.DIRECT, Clocks.online(day, dice));
            for (int page = dice.between(1, 4); page > 0; page--) {
                visit.view(site.any(day, dice));
            }
            events.addAll(visit.events());
        }
    }

    private Visitor stranger() {
        if (!seenBefore.isEmpty() && dice.chance(0.24)) {
            return dice.pick(seenBefore);
        }
        Visitor visitor = devices.visitor(strangers.next());
        if (seenBefore.size() < REMEMBERED) {
            seenBefore.add(visitor);
        } else {
            seenBefore.set(dice.between(0, REMEMBERED - 1), visitor);
        }
        return visitor;
    }
}
