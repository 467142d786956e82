package io.rapport.sample.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Everybody who buys in this year: those who did before, and those who come in the course of it. */
public final class Customers {
    private static final int FROM_BEFORE = 430;
    private static final double NEW_A_DAY = 1.6;
    private static final List<String> TOWNS =
            List.of("Galway", "Galway", "Galway", "Oranmore", "Salthill", "Athenry", "Tuam", "Loughrea", "Moycullen");

    private final Story story;
    private final Seasons seasons;
    private final Dice dice;
    private final List<Customer> all = new ArrayList<>();
    private int devices;

    public Customers(Story story, long seed) {
        this.story = story;
        this.seasons = new Seasons(story);
        this.dice = new Dice(seed, "customers");
        for (int i = 0; i < FROM_BEFORE; i++) {
            add(story.from().minusDays(dice.between(1, 1400)), Customer.Source.WALK_IN);
        }
        story.days().forEach(this::comers);
    }

    public List<Customer> all() {
        return all;
    }

    /** Somebody who is a customer on that day. */
    public Customer anyone(LocalDate day, Dice with) {
        return with.pick(all.stream().filter(customer -> customer.buysOn(day)).toList());
    }

    /** Somebody who has had enough: a customer now who will be gone five weeks later; anyone if there is nobody. */
    public Customer disappointed(LocalDate day, Dice with) {
        List<Customer> leaving = all.stream()
                .filter(customer -> customer.buysOn(day) && !customer.buysOn(day.plusDays(35)))
                .toList();
        return leaving.isEmpty() ? anyone(day, with) : with.pick(leaving);
    }

    private void comers(LocalDate day) {
        if (Seasons.isClosed(day)) {
            return;
        }
        int count = dice.poisson(NEW_A_DAY * seasons.orders(day) * (story.inCampaign(day) ? 1.5 : 1));
        for (int i = 0; i < count; i++) {
            add(day, source(day));
        }
    }

    private Customer.Source source(LocalDate day) {
        if (story.inCampaign(day) && dice.chance(0.45)) {
            return Customer.Source.CAMPAIGN;
        }
        return dice.pick(List.of(
                Customer.Source.WALK_IN, Customer.Source.SEARCH, Customer.Source.SOCIAL, Customer.Source.FRIEND));
    }

    private void add(LocalDate since, Customer.Source source) {
        boolean online =
                source == Customer.Source.CAMPAIGN || dice.chance(source == Customer.Source.WALK_IN ? 0.4 : 0.7);
        boolean card = !online || dice.chance(0.4);
        boolean newsletter = dice.chance(online ? 0.45 : 0.22);
        // a slow start is common: many try it once, a few come every week
        double yearlyOrders = Math.min(90, dice.spread(3.5, 0.95));
        all.add(new Customer(
                String.format(Locale.ROOT, "c%04d", all.size() + 1),
                since,
                until(since),
                online,
                card,
                newsletter,
                devices(online, newsletter),
                dice.pick(TOWNS),
                yearlyOrders,
                source));
    }

    private LocalDate until(LocalDate since) {
        boolean isNew = story.contains(since);
        if (isNew && dice.chance(story.inQueueMonth(since) ? 0.6 : 0.28)) {
            return since.plusDays(1);
        }
        LocalDate day = isNew ? since.plusDays(1) : story.from();
        while (day.isBefore(story.to()) && !dice.chance(leaving(day))) {
            day = day.plusDays(1);
        }
        return day;
    }

    private double leaving(LocalDate day) {
        if (story.inQueueMonth(day)) {
            return 0.0075;
        }
        return story.afterQueueMonth(day) ? 0.0025 : 0.0010;
    }

    private List<String> devices(boolean online, boolean newsletter) {
        int count = online ? 1 + dice.repeats(0.3, 1) : newsletter ? 1 : 0;
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(String.format(Locale.ROOT, "vc%05d", ++devices));
        }
        return List.copyOf(ids);
    }
}
