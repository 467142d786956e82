package io.rapport.sample.doing;

import io.rapport.sample.fact.Event;
import io.rapport.sample.fact.EventBuilder;
import io.rapport.sample.story.Dice;
import io.rapport.sample.story.Ids;
import io.rapport.sample.story.Story;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The visits in which something is ordered online: from the first page to the thank-you. */
final class ShopVisits {
    private final Dice dice;
    private final Devices devices;
    private final Arrivals arrivals;
    private final Site site;
    private final Purchases purchases;
    private final Ids ids = new Ids("shop");

    ShopVisits(Story story, long seed, Devices devices, Purchases purchases) {
        this.dice = new Dice(seed, "shop visits");
        this.devices = devices;
        this.arrivals = new Arrivals(story, seed + 1);
        this.site = new Site(story);
        this.purchases = purchases;
    }

    List<Event> of(List<Order> orders) {
        List<Event> events = new ArrayList<>();
        orders.stream().filter(Order::online).forEach(order -> events.addAll(visit(order)));
        return events;
    }

    private List<Event> visit(Order order) {
        LocalDate day = Story.dayOf(order.startedAt());
        Visitor visitor = devices.visitor(dice.pick(order.customer().devices()));
        Arrival arrival = order.first() ? arrivals.discovery(order.customer()) : arrivals.ofCustomer(day);
        Visit visit = new Visit(ids, dice, visitor, arrival, order.startedAt());
        visit.view(site.landing(day, arrival, dice));
        fillCart(visit, order);
        checkOut(visit, order);
        visit.view(Site.THANK_YOU);
        visit.leave();
        return visit.events();
    }

    private static void fillCart(Visit visit, Order order) {
        for (Order.Line line : order.lines().stream().limit(3).toList()) {
            visit.view(SitePage.of(line.product()));
            visit.stay();
            visit.add(visit.event("add_to_cart").product(line.product().slug()).property("quantity", line.quantity()));
        }
    }

    private void checkOut(Visit visit, Order order) {
        visit.view(Site.CART);
        visit.stay();
        visit.add(visit.event("begin_checkout"));
        visit.view(Site.CHECKOUT);
        for (EventBuilder welcome : purchases.welcome(order, visit.now())) {
            visit.add(visit.onPage(welcome));
        }
        visit.stay();
        visit.add(visit.onPage(purchases.purchase(order, visit.now())));
    }
}
