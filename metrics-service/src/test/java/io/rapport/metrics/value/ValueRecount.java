package io.rapport.metrics.value;

import io.rapport.metrics.support.Deed;
import io.rapport.metrics.support.Links;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** A second, simple way to orders and subscriptions: every line anew from all that was sent, with no code of the service. */
final class ValueRecount {
    /** What a dollar is worth, from that day on; pounds have no rate. */
    static final LocalDate RATE_FROM = LocalDate.of(2026, 3, 1);

    private final List<Deed> deeds;
    private final Links links;
    private final ZoneId zone;
    private final BigDecimal rate;

    ValueRecount(List<Deed> sent, Links links, ZoneId zone, BigDecimal rate) {
        Map<String, Deed> once = new LinkedHashMap<>();
        sent.forEach(deed -> once.putIfAbsent(deed.id(), deed));
        this.deeds = once.values().stream()
                .filter(deed -> !deed.bot())
                .sorted(Comparator.comparing(Deed::at).thenComparing(Deed::id))
                .toList();
        this.links = links;
        this.zone = zone;
        this.rate = rate;
    }

    /** Each fact, with whose it is, what it is worth and why it counts nowhere. */
    List<String> facts() {
        List<String> lines = new ArrayList<>();
        for (Deed deed : deeds) {
            if (deed.type().equals("purchase")) {
                boolean first = purchase(subject(deed)) == deed;
                lines.add(line(deed, links.customerOf(deed), worth(deed), first ? null : "repeated_order"));
            } else if (deed.type().equals("refund")) {
                lines.add(refund(deed));
            }
        }
        subscriptions((deed, aside) -> lines.add(line(deed, links.customerOf(deed), worth(deed), aside)));
        return lines.stream().sorted().toList();
    }

    /** Customer: orders, days, spent, given back, first, last, since when, and by which channel. */
    List<String> customers() {
        record Sums(List<Deed> begins, List<Deed> orders, long[] refunded) {}
        Map<String, Sums> sums = new TreeMap<>();
        TreeSet<String> begun = new TreeSet<>();
        subscriptions((deed, aside) -> {
            if (aside == null && (deed.type().endsWith("started") || deed.type().endsWith("renewed"))) {
                begun.add(deed.id());
            }
        });
        for (Deed deed : deeds) {
            boolean order = deed.type().equals("purchase") && purchase(subject(deed)) == deed;
            String customer = links.customerOf(deed);
            if (customer != null && (order || begun.contains(deed.id()))) {
                Sums sum = sums.computeIfAbsent(
                        customer, c -> new Sums(new ArrayList<>(), new ArrayList<>(), new long[1]));
                sum.begins.add(deed);
                if (order) {
                    sum.orders.add(deed);
                }
            }
        }
        for (String line : facts()) {
            String[] parts = line.split("\\|");
            if (parts[1].equals("refund")
                    && parts[5].equals("null")
                    && !parts[4].equals("null")
                    && sums.containsKey(parts[3])) {
                sums.get(parts[3]).refunded[0] += Long.parseLong(parts[4]);
            }
        }
        List<String> lines = new ArrayList<>();
        sums.forEach((customer, sum) -> {
            List<Deed> orders = sum.orders;
            TreeSet<LocalDate> days = new TreeSet<>();
            orders.forEach(order -> days.add(order.at().atZone(zone).toLocalDate()));
            List<Long> priced =
                    orders.stream().map(this::worth).filter(Objects::nonNull).toList();
            lines.add(String.join(
                    "|",
                    customer,
                    "" + orders.size(),
                    "" + (orders.size() - priced.size()),
                    "" + days.size(),
                    "" + priced.stream().mapToLong(Long::longValue).sum(),
                    "" + sum.refunded[0],
                    "" + (orders.isEmpty() ? null : orders.getFirst().at()),
                    "" + (orders.isEmpty() ? null : orders.getLast().at()),
                    "" + sum.begins.getFirst().at(),
                    sum.begins.getFirst().channel()));
        });
        return lines;
    }

    /** Subscription: owner, plan, a year's worth, from, to, why. */
    List<String> spans() {
        return subscriptions((deed, aside) -> {}).stream().sorted().toList();
    }

    private interface Seen {
        void see(Deed deed, String aside);
    }

    private List<String> subscriptions(Seen seen) {
        Map<String, List<Deed>> bySubject = new TreeMap<>();
        deeds.stream().filter(deed -> deed.type().startsWith("subscription")).forEach(deed -> bySubject
                .computeIfAbsent(subject(deed), s -> new ArrayList<>())
                .add(deed));
        List<String> spans = new ArrayList<>();
        bySubject.forEach((subject, about) -> {
            String owner = null;
            for (Deed deed : about) {
                owner = links.customerOf(deed) == null ? owner : links.customerOf(deed);
            }
            Map<String, Object> running = null;
            boolean ever = false;
            for (Deed deed : about) {
                boolean begins = deed.type().endsWith("started") || deed.type().endsWith("renewed");
                if (subject.startsWith("event:")) {
                    seen.see(deed, "no_subscription");
                } else if (running == null && !begins) {
                    seen.see(deed, ever ? "ended_already" : "ends_before_beginning");
                } else if (deed.type().endsWith("cancelled")) {
                    seen.see(deed, null);
                    spans.add(span(subject, owner, running, deed.at(), "cancelled"));
                    running = null;
                } else {
                    seen.see(deed, null);
                    ever = true;
                    Map<String, Object> next = new HashMap<>();
                    next.put(
                            "plan",
                            deed.property("plan") == null && running != null
                                    ? running.get("plan")
                                    : deed.property("plan"));
                    boolean priced = deed.properties().containsKey("_minor") || running == null;
                    next.put("price", priced ? price(deed) : running.get("price"));
                    next.put("annual", priced ? annual(deed) : running.get("annual"));
                    next.put("began", deed.at());
                    if (running != null
                            && Objects.equals(running.get("plan"), next.get("plan"))
                            && Objects.equals(running.get("price"), next.get("price"))) {
                        continue;
                    }
                    if (running != null) {
                        spans.add(span(subject, owner, running, deed.at(), "changed"));
                    }
                    running = next;
                }
            }
            if (running != null) {
                spans.add(span(subject, owner, running, null, null));
            }
        });
        return spans;
    }

    private static String span(String subject, String owner, Map<String, Object> running, Instant end, String by) {
        return subject + "|" + owner + "|" + running.get("plan") + "|" + running.get("annual") + "|"
                + running.get("began") + "|" + end + "|" + by;
    }

    private static String price(Deed deed) {
        return deed.properties().get("_minor") + " " + deed.properties().get("_currency") + " "
                + deed.property("period");
    }

    private Long annual(Deed deed) {
        Long worth = worth(deed);
        return worth == null ? null : worth * ("year".equals(deed.property("period")) ? 1 : 12);
    }

    private String refund(Deed deed) {
        Long minor = (Long) deed.properties().get("_minor");
        Deed order = deed.property("orderId") == null ? null : purchase(subject(deed));
        String owner = links.customerOf(order == null ? deed : order);
        if (minor == null) {
            return line(deed, owner, null, "refund_without_amount");
        }
        if (order == null) {
            return line(deed, owner, worth(deed), deed.property("orderId") == null ? null : "refund_without_order");
        }
        Long amount = worth(order) == null ? null : worth(deed);
        if (day(deed).isBefore(day(order))) {
            return line(deed, owner, amount, "refund_before_order");
        }
        return line(deed, owner, amount, counts(deed, order) ? null : "refund_beyond_order");
    }

    /** Whether it was taken when each of the order's refunds was held, in their order, against what was left. */
    private boolean counts(Deed refund, Deed order) {
        Object currency = order.properties().get("_currency");
        long left = order.properties().get("_minor") instanceof Long minor ? minor : 0;
        long leftConverted = worth(order) == null ? 0 : worth(order);
        for (Deed other : deeds) {
            if (!other.type().equals("refund")
                    || !subject(other).equals(subject(refund))
                    || other.properties().get("_minor") == null
                    || day(other).isBefore(day(order))) {
                continue;
            }
            boolean taken;
            if (other.properties().get("_currency").equals(currency)) {
                long minor = (Long) other.properties().get("_minor");
                taken = minor <= left;
                left -= taken ? minor : 0;
            } else if (currency == null) {
                taken = false;
            } else if (worth(order) == null || worth(other) == null) {
                taken = true;
            } else {
                taken = worth(other) <= leftConverted;
                leftConverted -= taken ? worth(other) : 0;
            }
            if (other == refund) {
                return taken;
            }
        }
        throw new IllegalStateException("not among them");
    }

    private Deed purchase(String subject) {
        return deeds.stream()
                .filter(deed -> deed.type().equals("purchase") && subject(deed).equals(subject))
                .findFirst()
                .orElse(null);
    }

    private String subject(Deed deed) {
        boolean subscription = deed.type().startsWith("subscription");
        String named = deed.property(subscription ? "subscriptionId" : "orderId");
        if (named != null) {
            return (subscription ? "subscription:" : "order:") + named;
        }
        String customer = subscription ? links.customerOf(deed) : null;
        return customer != null ? "customer:" + customer : "event:test/" + deed.id();
    }

    private LocalDate day(Deed deed) {
        return deed.at().atZone(zone).toLocalDate();
    }

    private Long worth(Deed deed) {
        if (!(deed.properties().get("_minor") instanceof Long minor)) {
            return null;
        }
        return switch ((String) deed.properties().get("_currency")) {
            case "EUR" -> minor;
            case "USD" ->
                day(deed).isBefore(RATE_FROM)
                        ? null
                        : BigDecimal.valueOf(minor)
                                .multiply(rate)
                                .setScale(0, RoundingMode.HALF_EVEN)
                                .longValueExact();
            default -> null;
        };
    }

    private String line(Deed deed, String customer, Long worth, String aside) {
        return deed.id() + "|" + deed.type() + "|" + subject(deed) + "|" + customer + "|" + worth + "|" + aside;
    }
}
