package io.rapport.sample.doing;

import io.rapport.sample.fact.EventBuilder;
import io.rapport.sample.fact.Money;
import io.rapport.sample.story.Customer;
import io.rapport.sample.story.Ids;
import io.rapport.sample.story.Story;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The purchase that an order ends in, and the sign-up and consent that come with a first one. */
final class Purchases {
    private final Story story;
    private final Ids consents = new Ids("consent");

    Purchases(Story story) {
        this.story = story;
    }

    EventBuilder purchase(Order order, Instant at) {
        return event("purchase-" + order.id(), source(order), "purchase", order, at)
                .product(order.mainProduct().slug())
                .value(Money.euro(order.cents()))
                .property("orderId", order.id())
                .property("items", order.lines().stream().map(Purchases::item).toList());
    }

    /** What a new customer agrees to on the way; nothing at a later order. */
    List<EventBuilder> welcome(Order order, Instant at) {
        if (!order.first()) {
            return List.of();
        }
        EventBuilder signUp = event("sign-up-" + order.customer().id(), source(order), "sign_up", order, at)
                .property("for", order.online() ? "web_shop" : "loyalty_card")
                .property("foundBy", order.customer().foundBy().name().toLowerCase(Locale.ROOT));
        if (!order.customer().newsletter()) {
            return List.of(signUp);
        }
        EventBuilder consent = event(consents.next(), source(order), "consent_given", order, at.plusSeconds(5))
                .property("purpose", "newsletter");
        return List.of(signUp, consent);
    }

    static String source(Order order) {
        return order.online() ? "shop" : "till";
    }

    private EventBuilder event(String id, String source, String type, Order order, Instant at) {
        boolean won = order.first() && story.inCampaign(Story.dayOf(at)) && isFromCampaign(order);
        return EventBuilder.event(id, source, type, at)
                .customer(order.customer().id())
                .channel(order.online() ? "web" : "store")
                .touchpoint(order.online() ? "web_shop" : "in_store")
                .campaign(won ? Story.CAMPAIGN : null);
    }

    private static boolean isFromCampaign(Order order) {
        return order.customer().foundBy() == Customer.Source.CAMPAIGN;
    }

    private static Item item(Order.Line line) {
        return new Item(
                line.product().slug(),
                line.quantity(),
                Money.euro(line.product().cents()).amount());
    }

    /** A line of an order as the event shows it; the price is that of one piece. */
    record Item(String product, int quantity, String price) {}
}
