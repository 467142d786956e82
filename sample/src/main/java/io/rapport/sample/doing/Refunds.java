package io.rapport.sample.doing;

import io.rapport.sample.fact.Event;
import io.rapport.sample.fact.EventBuilder;
import io.rapport.sample.fact.Money;
import io.rapport.sample.story.Dice;
import io.rapport.sample.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Money given back, days later; more often for orders of the bad month. */
final class Refunds {
    private final Story story;
    private final Dice dice;

    Refunds(Story story, long seed) {
        this.story = story;
        this.dice = new Dice(seed, "refunds");
    }

    List<Event> of(List<Order> orders) {
        return orders.stream()
                .filter(Order::online)
                .filter(order -> dice.chance(story.inQueueMonth(Story.dayOf(order.startedAt())) ? 0.09 : 0.013))
                .map(this::refund)
                .toList();
    }

    private Event refund(Order order) {
        Instant at = order.startedAt().plus(Duration.ofHours(dice.between(20, 200)));
        boolean whole = dice.chance(0.4);
        long cents = whole ? order.cents() : order.lines().getFirst().cents();
        return EventBuilder.event("refund-" + order.id(), "shop", "refund", at)
                .customer(order.customer().id())
                .channel("web")
                .touchpoint("web_shop")
                .value(Money.euro(cents))
                .property("orderId", order.id())
                .property("reason", whole ? "not delivered" : "item missing")
                .build();
    }
}
