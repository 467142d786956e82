package io.rapport.sample.doing;

import io.rapport.sample.fact.Event;
import io.rapport.sample.fact.EventBuilder;
import io.rapport.sample.story.Customer;
import io.rapport.sample.story.Customers;
import io.rapport.sample.story.Dice;
import io.rapport.sample.story.Ids;
import io.rapport.sample.story.Story;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The newsletter on the first Thursday of the month, and three mails of the campaign. */
final class Newsletter {
    private record Mailing(String id, String campaign, LocalDate day, double open, double click) {}

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM");

    private final Story story;
    private final Dice dice;
    private final Customers customers;
    private final Ids ids = new Ids("mail");
    private final Set<Customer> unsubscribed = new HashSet<>();
    private final List<Event> events = new ArrayList<>();
    private final List<MailClick> clicks = new ArrayList<>();

    Newsletter(Story story, long seed, Customers customers) {
        this.story = story;
        this.dice = new Dice(seed, "newsletter");
        this.customers = customers;
    }

    List<Event> events() {
        mailings().forEach(this::send);
        return events;
    }

    /** Who followed a link; known after {@link #events}. */
    List<MailClick> clicks() {
        return clicks;
    }

    private List<Mailing> mailings() {
        List<Mailing> mailings = new ArrayList<>();
        for (LocalDate day : story.days()) {
            if (day.equals(day.with(TemporalAdjusters.firstInMonth(DayOfWeek.THURSDAY)))) {
                double interest = story.inQueueMonth(day) || story.afterQueueMonth(day) ? 0.75 : 1;
                String month = day.format(MONTH);
                mailings.add(new Mailing("newsletter-" + month, "newsletter", day, 0.40 * interest, 0.16 * interest));
            }
            if (story.inCampaign(day) && isCampaignMail(day)) {
                mailings.add(new Mailing(Story.CAMPAIGN + "-" + day, Story.CAMPAIGN, day, 0.48, 0.26));
            }
        }
        return mailings;
    }

    private boolean isCampaignMail(LocalDate day) {
        LocalDate start = story.campaignFrom();
        return day.equals(start.plusDays(1)) || day.equals(start.plusDays(15)) || day.equals(start.plusDays(36));
    }

    private void send(Mailing mailing) {
        for (Customer customer : customers.all()) {
            if (customer.newsletter() && customer.since().isBefore(mailing.day()) && !unsubscribed.contains(customer)) {
                sendTo(customer, mailing);
            }
        }
    }

    private void sendTo(Customer customer, Mailing mailing) {
        Instant sent = Story.at(mailing.day(), LocalTime.of(10, 0)).plusSeconds(dice.between(0, 900));
        add("email_sent", customer, mailing, sent);
        if (dice.chance(0.015)) {
            add("email_bounced", customer, mailing, sent.plusSeconds(4));
            return;
        }
        Instant delivered = sent.plusSeconds(dice.between(2, 30));
        add("email_delivered", customer, mailing, delivered);
        // some providers fetch every picture themselves: that is no reader
        if (dice.chance(0.12)) {
            events.add(event("email_opened", customer, mailing, delivered.plusSeconds(dice.between(1, 60)))
                    .property("machine", true)
                    .build());
        }
        if (dice.chance(mailing.open())) {
            read(customer, mailing, delivered.plusSeconds((long) Math.min(200_000, dice.spread(7200, 1.4))));
        }
    }

    private void read(Customer customer, Mailing mailing, Instant opened) {
        add("email_opened", customer, mailing, opened);
        Instant next = opened.plusSeconds(dice.between(5, 120));
        if (dice.chance(mailing.click())) {
            add("email_clicked", customer, mailing, next);
            clicks.add(new MailClick(customer, next, mailing.campaign()));
        } else if (dice.chance(story.inQueueMonth(mailing.day()) ? 0.05 : 0.015)) {
            add("email_unsubscribed", customer, mailing, next);
            unsubscribed.add(customer);
        }
    }

    private void add(String type, Customer customer, Mailing mailing, Instant at) {
        events.add(event(type, customer, mailing, at).build());
    }

    private EventBuilder event(String type, Customer customer, Mailing mailing, Instant at) {
        return EventBuilder.event(ids.next(), "mailer", type, at)
                .customer(customer.id())
                .channel("email")
                .campaign(mailing.campaign())
                .property("messageId", mailing.id())
                .property("recipient", customer.email());
    }
}
