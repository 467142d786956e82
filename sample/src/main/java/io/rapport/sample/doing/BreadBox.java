package io.rapport.sample.doing;

import io.rapport.sample.fact.Event;
import io.rapport.sample.fact.EventBuilder;
import io.rapport.sample.fact.Money;
import io.rapport.sample.story.Clocks;
import io.rapport.sample.story.Customer;
import io.rapport.sample.story.Customers;
import io.rapport.sample.story.Dice;
import io.rapport.sample.story.Story;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The weekly bread box, paid by the month. It is started with the year, so that every subscription's beginning is among
 * the facts; many are given up in the month of the long queues.
 */
final class BreadBox {
    private record Plan(String name, int cents, String period, double weight) {}

    private static final List<Plan> PLANS = List.of(
            new Plan("box-small", 3400, "month", 60),
            new Plan("box-family", 5200, "month", 32),
            new Plan("box-small-year", 36000, "year", 8));
    private static final List<String> REASONS = List.of("moving away", "too much bread", "too expensive", "on a diet");
    private static final List<String> BAD_REASONS =
            List.of("late delivery", "missed delivery", "no answer", "late delivery");

    private final Story story;
    private final Dice dice;
    private final Customers customers;
    private final Set<Customer> subscribers = new HashSet<>();
    private final List<Event> events = new ArrayList<>();

    BreadBox(Story story, long seed, Customers customers) {
        this.story = story;
        this.dice = new Dice(seed, "bread box");
        this.customers = customers;
    }

    List<Event> events() {
        for (LocalDate day : story.days()) {
            int starts = dice.poisson(startsOn(day));
            for (int i = 0; i < starts; i++) {
                start(day);
            }
        }
        return events;
    }

    /** The customers who ever had a box; known after {@link #events}. */
    Set<Customer> subscribers() {
        return subscribers;
    }

    private double startsOn(LocalDate day) {
        if (story.progress(day) < 0.06) {
            return 4.5;
        }
        if (story.inQueueMonth(day)) {
            return 0.12;
        }
        return story.inCampaign(day) ? 1.5 : 0.5;
    }

    private void start(LocalDate day) {
        Customer customer = customers.anyone(day, dice);
        if (!customer.online() || !subscribers.add(customer)) {
            return;
        }
        Plan plan = dice.pick(PLANS, Plan::weight);
        Instant at = Clocks.online(day, dice);
        events.add(event("subscription_started", "start", customer, plan, at)
                .campaign(story.inCampaign(day) ? Story.CAMPAIGN : null)
                .build());
        live(customer, plan, day);
    }

    /** Day by day until the box is cancelled or the year is over. */
    private void live(Customer customer, Plan plan, LocalDate start) {
        int paid = 0;
        for (LocalDate day = start.plusDays(1); day.isBefore(story.to()); day = day.plusDays(1)) {
            if (dice.chance(cancelling(day))) {
                cancel(customer, plan, day);
                return;
            }
            LocalDate due = plan.period().equals("year") ? start.plusYears(paid + 1L) : start.plusMonths(paid + 1L);
            if (day.equals(due)) {
                paid++;
                Instant at = day.atTime(6, 0).atZone(Story.ZONE).toInstant();
                events.add(event("subscription_renewed", "renewal-" + paid, customer, plan, at)
                        .build());
            }
        }
    }

    private double cancelling(LocalDate day) {
        if (story.inQueueMonth(day)) {
            return 0.0080;
        }
        return story.afterQueueMonth(day) ? 0.0035 : 0.0010;
    }

    private void cancel(Customer customer, Plan plan, LocalDate day) {
        List<String> reasons = story.inQueueMonth(day) || story.afterQueueMonth(day) ? BAD_REASONS : REASONS;
        events.add(event("subscription_cancelled", "end", customer, plan, Clocks.online(day, dice))
                .property("reason", dice.pick(reasons))
                .build());
    }

    private static EventBuilder event(String type, String step, Customer customer, Plan plan, Instant at) {
        String subscription = "box-" + customer.id();
        return EventBuilder.event(subscription + "-" + step, "shop", type, at)
                .customer(customer.id())
                .channel("web")
                .touchpoint("delivery")
                .product("bread-box")
                .value(Money.euro(plan.cents()))
                .property("subscriptionId", subscription)
                .property("plan", plan.name())
                .property("period", plan.period());
    }
}
