package io.rapport.metrics.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.metrics.segment.SegmentHistory.Done;
import io.rapport.metrics.segment.SegmentHistory.Said;
import io.rapport.metrics.segment.SegmentHistory.Trait;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A second, simple way to a segment's customers: one customer after the other, from the history and the rule's JSON as it is. */
final class SegmentRecount {
    private final SegmentHistory history;
    private final ZoneId zone;

    SegmentRecount(SegmentHistory history, ZoneId zone) {
        this.history = history;
        this.zone = zone;
    }

    Set<String> members(JsonNode rule, LocalDate asOf) {
        Set<String> members = new HashSet<>(history.links.customers());
        history.done.forEach(done -> members.add(done.deed().customer()));
        history.said.forEach(said -> members.add(said.customer()));
        history.traits.forEach(trait -> members.add(trait.customer()));
        members.remove(null);
        Set<String> known = new TreeSet<>();
        members.forEach(customer -> known.add(history.links.inTheEnd(customer)));
        known.removeIf(
                customer -> !holds(rule, customer, asOf) || !knows(customer, asOf) && !isFound(rule, customer, asOf));
        return known;
    }

    /** Whether any fact of the day or before names the customer. */
    boolean knows(String customer, LocalDate asOf) {
        Stream<Instant> named = Stream.of(
                        history.done.stream()
                                .filter(done -> !done.deed().bot()
                                        && isOf(customer, done.deed().customer()))
                                .map(done -> done.deed().at()),
                        history.said.stream()
                                .filter(said -> !said.deleted() && isOf(customer, said.customer()))
                                .map(Said::at),
                        history.traits.stream()
                                .filter(trait -> isOf(customer, trait.customer()))
                                .map(Trait::first),
                        history.links.named(customer))
                .flatMap(times -> times);
        return named.anyMatch(at -> !day(at).isAfter(asOf));
    }

    private boolean isOf(String customer, String named) {
        return named != null && history.links.inTheEnd(named).equals(customer);
    }

    private boolean holds(JsonNode rule, String customer, LocalDate asOf) {
        if (rule.has("all")) {
            return stream(rule.get("all")).allMatch(part -> holds(part, customer, asOf));
        }
        if (rule.has("any")) {
            return stream(rule.get("any")).anyMatch(part -> holds(part, customer, asOf));
        }
        if (rule.has("not")) {
            return !holds(rule.get("not"), customer, asOf);
        }
        return condition(rule, customer, asOf);
    }

    /** Whether anything that the rule asks about is the customer's, if only by a link that reaches back. */
    private boolean isFound(JsonNode rule, String customer, LocalDate asOf) {
        for (String group : List.of("all", "any")) {
            if (rule.has(group)) {
                return stream(rule.get(group)).anyMatch(part -> isFound(part, customer, asOf));
            }
        }
        if (rule.has("not")) {
            return isFound(rule.get("not"), customer, asOf);
        }
        boolean ofNever = (rule.has("did") || rule.has("said")) && often(rule, 0);
        return ofNever != condition(rule, customer, asOf);
    }

    private boolean condition(JsonNode rule, String customer, LocalDate asOf) {
        if (rule.has("trait")) {
            return knows(customer, asOf) && trait(rule, customer);
        }
        if (rule.has("did")) {
            return often(rule, done(rule, customer, asOf).count());
        }
        if (rule.has("value")) {
            return value(rule, customer, asOf);
        }
        List<Said> said = history.said.stream()
                .filter(one -> !one.deleted() && customer.equals(speaker(one)) && within(rule, one.at(), asOf))
                .toList();
        if (rule.has("said")) {
            String label = rule.get("said").asText();
            return often(
                    rule,
                    said.stream()
                            .filter(one -> label.equals("anything") || label.equals(one.label()))
                            .filter(one -> !rule.has("kind")
                                    || rule.get("kind").asText().equals(one.kind()))
                            .count());
        }
        if (rule.has("sentiment")) {
            List<BigDecimal> scores = said.stream()
                    .map(Said::score)
                    .filter(score -> score != null)
                    .toList();
            return !scores.isEmpty()
                    && bounded(
                            rule,
                            scores.stream()
                                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                                    .divide(BigDecimal.valueOf(scores.size()), MathContext.DECIMAL128));
        }
        Optional<Said> last = said.stream()
                .filter(one -> rule.get("answered").asText().equals(one.survey()))
                .max(Comparator.comparing(Said::at));
        return last.isPresent() && bounded(rule, BigDecimal.valueOf(last.get().answer()));
    }

    private boolean trait(JsonNode rule, String customer) {
        Optional<Trait> last = history.traits.stream()
                .filter(trait -> isOf(customer, trait.customer())
                        && trait.name().equals(rule.get("trait").asText()))
                .max(Comparator.comparing(Trait::at));
        if (last.isEmpty()) {
            return false;
        }
        String value = last.get().value();
        if (rule.has("exists")) {
            return true;
        }
        if (rule.has("is")) {
            return rule.get("is").asText().equals(value);
        }
        if (rule.has("in")) {
            return stream(rule.get("in")).anyMatch(one -> one.asText().equals(value));
        }
        return value.matches("[0-9.]+") && bounded(rule, new BigDecimal(value));
    }

    private Stream<Done> done(JsonNode rule, String customer, LocalDate asOf) {
        return history.done.stream()
                .filter(done -> !done.deed().bot()
                        && done.deed().type().equals(rule.path("did").asText("purchase")))
                .filter(done -> within(rule, done.deed().at(), asOf))
                .filter(done -> customer.equals(history.links.customerOf(done.deed())))
                .filter(done -> !rule.has("where")
                        || rule.at("/where/channel").asText().equals(done.deed().channel()));
    }

    private boolean value(JsonNode rule, String customer, LocalDate asOf) {
        if (!rule.has("topPercent")) {
            return figure(rule, customer, asOf)
                    .filter(figure -> bounded(rule, figure))
                    .isPresent();
        }
        List<BigDecimal> figures = new ArrayList<>();
        Set<String> customers = new TreeSet<>(history.links.customers());
        history.done.forEach(done ->
                customers.add(Optional.ofNullable(done.deed().customer()).orElse("c0")));
        Set<String> ends = new TreeSet<>();
        customers.forEach(one -> ends.add(history.links.inTheEnd(one)));
        ends.forEach(one -> figure(rule, one, asOf).ifPresent(figures::add));
        figures.sort(Comparator.reverseOrder());
        int places = BigDecimal.valueOf(figures.size())
                .multiply(rule.get("topPercent").decimalValue())
                .divide(BigDecimal.valueOf(100))
                .setScale(0, java.math.RoundingMode.CEILING)
                .intValue();
        return figure(rule, customer, asOf)
                .filter(figure -> figure.compareTo(figures.get(places - 1)) >= 0)
                .isPresent();
    }

    /** Nothing of who hasn't ordered, and no money of who has ordered nothing that has a price. */
    private Optional<BigDecimal> figure(JsonNode rule, String customer, LocalDate asOf) {
        List<Done> orders = done(rule, customer, asOf).toList();
        List<BigDecimal> amounts = orders.stream()
                .map(Done::amount)
                .filter(amount -> amount != null)
                .toList();
        BigDecimal revenue = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (orders.isEmpty()) {
            return Optional.empty();
        }
        return switch (rule.get("value").asText()) {
            case "orders" -> Optional.of(BigDecimal.valueOf(orders.size()));
            case "revenue" -> amounts.isEmpty() ? Optional.empty() : Optional.of(revenue);
            case "averageOrder" ->
                amounts.isEmpty()
                        ? Optional.empty()
                        : Optional.of(revenue.divide(BigDecimal.valueOf(amounts.size()), MathContext.DECIMAL128));
            case "daysSinceFirstOrder" ->
                Optional.of(days(orders.stream().map(one -> one.deed().at()).min(Comparator.naturalOrder()), asOf));
            default ->
                Optional.of(days(orders.stream().map(one -> one.deed().at()).max(Comparator.naturalOrder()), asOf));
        };
    }

    private BigDecimal days(Optional<Instant> at, LocalDate asOf) {
        return BigDecimal.valueOf(ChronoUnit.DAYS.between(day(at.orElseThrow()), asOf));
    }

    /** Whose it is; null of nobody known. */
    String speaker(Said said) {
        return said.customer() != null
                ? history.links.inTheEnd(said.customer())
                : said.visitor() == null ? null : history.links.ownerOfVisitor(said.visitor(), said.at());
    }

    private boolean within(JsonNode rule, Instant at, LocalDate asOf) {
        LocalDate day = day(at);
        return !day.isAfter(asOf)
                && (!rule.has("inLastDays")
                        || day.isAfter(asOf.minusDays(rule.get("inLastDays").asInt())));
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private static boolean often(JsonNode rule, long times) {
        if (rule.has("exactly")) {
            return times == rule.get("exactly").asLong();
        }
        if (!rule.has("atLeast") && !rule.has("atMost")) {
            return times > 0;
        }
        return times >= rule.path("atLeast").asLong(0)
                && times <= rule.path("atMost").asLong(Long.MAX_VALUE);
    }

    private static boolean bounded(JsonNode rule, BigDecimal number) {
        return (!rule.has("atLeast") || number.compareTo(rule.get("atLeast").decimalValue()) >= 0)
                && (!rule.has("moreThan")
                        || number.compareTo(rule.get("moreThan").decimalValue()) > 0)
                && (!rule.has("atMost") || number.compareTo(rule.get("atMost").decimalValue()) <= 0)
                && (!rule.has("lessThan")
                        || number.compareTo(rule.get("lessThan").decimalValue()) < 0);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
