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
import java.util.ArrayList;
import java.util.List;

/** Visits to the counter and the market stall by people with a loyalty card; some leave with nothing. */
final class StoreVisits {
    private final Story story;
    private final Dice dice;
    private final Customers customers;
    private final Purchases purchases;
    private final Ids ids = new Ids("visit");

    StoreVisits(Story story, long seed, Customers customers, Purchases purchases) {
        this.story = story;
        this.dice = new Dice(seed, "store visits");
        this.customers = customers;
        this.purchases = purchases;
    }

    List<Event> of(List<Order> orders) {
        List<Event> events = new ArrayList<>();
        for (Order order : orders) {
            if (!order.online()) {
                buying(order, events);
                if (dice.chance(inQueueMonth(order) ? 0.45 : 0.08)) {
                    events.add(leavingEmptyHanded(order));
                }
            }
        }
        return events;
    }

    private void buying(Order order, List<Event> events) {
        String location = location(order);
        events.add(visit(order.customer(), order.startedAt(), location)
                .property("purchased", true)
                .build());
        int waitSeconds = inQueueMonth(order) ? dice.between(600, 2700) : dice.between(60, 480);
        Instant served = order.startedAt().plusSeconds(waitSeconds);
        for (EventBuilder welcome : purchases.welcome(order, served)) {
            events.add(welcome.location(location).build());
        }
        events.add(purchases.purchase(order, served).location(location).build());
    }

    private Event leavingEmptyHanded(Order order) {
        Instant at = order.startedAt().plusSeconds(dice.between(30, 900));
        Customer customer = customers.anyone(Story.dayOf(at), dice);
        return visit(customer, at, location(order)).property("purchased", false).build();
    }

    private EventBuilder visit(Customer customer, Instant at, String location) {
        return EventBuilder.event(ids.next(), "till", "store_visit", at)
                .customer(customer.id())
                .channel("store")
                .touchpoint(location.equals("farmers-market") ? "market" : "in_store")
                .location(location);
    }

    private String location(Order order) {
        boolean marketDay = Story.dayOf(order.startedAt()).getDayOfWeek() == DayOfWeek.SATURDAY;
        return marketDay && dice.chance(0.3) ? "farmers-market" : "main-street";
    }

    private boolean inQueueMonth(Order order) {
        return story.inQueueMonth(Story.dayOf(order.startedAt()));
    }
}
