package io.rapport.metrics.value;

import io.rapport.metrics.support.Deed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A second, simple way to the figures of value and retention: over the recounted lines, one after the other. */
final class FigureRecount {
    static final int INACTIVITY_DAYS = 20;

    private record Order(String customer, Instant at, Long worth, boolean refund, String channel) {}

    private final List<Order> orders;
    private final SubscriptionRecount subscriptions;
    private final Map<String, Instant> joined = new HashMap<>();
    private final ZoneId zone;

    FigureRecount(ValueRecount recount, List<Deed> deeds, ZoneId zone) {
        this.zone = zone;
        Map<String, Deed> byId = new HashMap<>();
        deeds.forEach(deed -> byId.putIfAbsent(deed.id(), deed));
        orders = recount.facts().stream()
                .map(line -> line.split("\\|"))
                .filter(part -> part[5].equals("null") && (part[1].equals("purchase") || part[1].equals("refund")))
                .map(part -> new Order(
                        part[3].equals("null") ? null : part[3],
                        byId.get(part[0]).at(),
                        part[4].equals("null") ? null : Long.valueOf(part[4]),
                        part[1].equals("refund"),
                        byId.get(part[0]).channel()))
                .toList();
        subscriptions = new SubscriptionRecount(recount.spans());
        recount.customers().stream()
                .map(line -> line.split("\\|"))
                .forEach(part -> joined.put(part[0], Instant.parse(part[8])));
    }

    /** Numerator and denominator of each metric; money in minor units. */
    Map<String, long[]> figures(LocalDate from, LocalDate to, Predicate<String> channel) {
        Instant since = start(from);
        Instant until = start(to);
        List<Order> within = orders.stream()
                .filter(order -> !order.at.isBefore(since) && order.at.isBefore(until) && channel.test(order.channel))
                .toList();
        List<Order> made = within.stream().filter(order -> !order.refund).toList();
        long net = 0;
        for (Order order : within) {
            net += order.worth == null ? 0 : order.refund ? -order.worth : order.worth;
        }
        Set<String> buyers = new HashSet<>();
        made.forEach(order -> buyers.add(order.customer));
        buyers.remove(null);
        long again = buyers.stream()
                .filter(buyer -> orders.stream()
                                .filter(order -> !order.refund && buyer.equals(order.customer))
                                .filter(order -> order.at.isBefore(until))
                                .count()
                        > 1)
                .count();
        Map<String, long[]> figures = new LinkedHashMap<>();
        figures.put("revenue", new long[] {net, 0});
        figures.put("orders", new long[] {made.size(), 0});
        figures.put("average_order_value", new long[] {
            net, made.stream().filter(order -> order.worth != null).count()
        });
        figures.put("purchase_frequency", new long[] {
            made.stream().filter(order -> order.customer != null).count(), buyers.size()
        });
        figures.put("repeat_purchase_rate", new long[] {again, buyers.size()});
        return figures;
    }

    Map<String, long[]> staying(LocalDate from, LocalDate to) {
        Set<String> active = boughtIn(from.minusDays(INACTIVITY_DAYS), from);
        Set<String> still = boughtIn(to.minusDays(INACTIVITY_DAYS), to);
        Set<String> subscribed = subscriptions.owners(start(from));
        Set<String> left = new HashSet<>(subscribed);
        left.removeAll(subscriptions.owners(start(to)));
        Set<String> gone = new HashSet<>(active);
        gone.removeAll(still);
        Map<String, long[]> figures = new LinkedHashMap<>();
        figures.put("churn_rate?basis=inactivity", new long[] {gone.size(), active.size()});
        figures.put("churn_rate?basis=contractual", new long[] {left.size(), subscribed.size()});
        figures.put(
                "retention_rate?basis=contractual", new long[] {subscribed.size() - left.size(), subscribed.size()});
        figures.put("revenue_churn_rate", lost(from, to, false, plan -> true));
        figures.put("revenue_churn_rate?kind=net", lost(from, to, true, plan -> true));
        long won = joined.values().stream()
                .filter(at -> !at.isBefore(start(from)) && at.isBefore(start(to)))
                .count();
        figures.put("cac", new long[] {0, won});
        return figures;
    }

    /** Of the subscriptions of a plan: what they bring in less by the end, and brought in, a month. */
    long[] lost(LocalDate from, LocalDate to, boolean net, Predicate<String> plan) {
        return subscriptions.lost(start(from), start(to), net, plan);
    }

    /** Of each customer the months in which they ordered, or had a subscription, beginning with the first. */
    Collection<SortedSet<YearMonth>> activeMonths(boolean contractual, YearMonth last) {
        if (contractual) {
            return subscriptions.months(zone, last).values();
        }
        Map<String, SortedSet<YearMonth>> found = new HashMap<>();
        orders.stream().filter(order -> !order.refund && order.customer != null).forEach(order -> found.computeIfAbsent(
                        order.customer, customer -> new TreeSet<>())
                .add(YearMonth.from(order.at.atZone(zone))));
        return found.values();
    }

    private Set<String> boughtIn(LocalDate from, LocalDate to) {
        Set<String> found = new HashSet<>();
        orders.stream()
                .filter(order -> !order.refund && order.customer != null)
                .filter(order -> !order.at.isBefore(start(from)) && order.at.isBefore(start(to)))
                .forEach(order -> found.add(order.customer));
        return found;
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
