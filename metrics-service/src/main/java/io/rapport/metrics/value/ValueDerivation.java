package io.rapport.metrics.value;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps orders and subscriptions equal to what the events say. The smallest bucket is an order or a subscription: all that was
 * derived of the one that a new fact is about is taken away and made anew of its events, and its customers are summed anew.
 */
public final class ValueDerivation {
    private ValueDerivation() {}

    /**
     * What was derived.
     *
     * @param tasks how many were done
     * @param earliest when the first of the facts happened; null where there were none
     */
    public record Change(int tasks, Instant earliest) {}

    /** Does the oldest tasks. The caller lets no other derive for this business meanwhile. */
    public static Change work(Connection connection, Business business, int most) throws SQLException {
        List<ValueTasks.Task> tasks = ValueTasks.take(connection, business.id(), most);
        if (tasks.stream().anyMatch(ValueTasks.Task::asksForEverything)) {
            ValueTable.removeAll(connection, business.id());
            ValueTasks.noteEachEvent(connection, business.id());
            return new Change(most, null);
        }
        Set<ValueTasks.Touch> touched = tasks.isEmpty() ? Set.of() : touched(connection, business.id(), tasks);
        Instant earliest = touched.stream()
                .map(ValueTasks.Touch::at)
                .min(Instant::compareTo)
                .orElse(null);
        if (!tasks.isEmpty()) {
            derive(connection, business, touched);
        }
        return new Change(tasks.size(), earliest);
    }

    /** Takes away what was derived of events that are no longer kept; what is left of the same customers follows. */
    public static void close(Connection connection, Business business, Instant start) throws SQLException {
        ValueTasks.noteFacts(
                connection,
                business.id(),
                Sql.of(
                        "occurred_at >= ? and (customer_id in (select customer_id from value_fact where business_id = ?"
                                + " and occurred_at < ?) or subject in (select subject from value_fact where business_id = ?"
                                + " and occurred_at < ?))",
                        start,
                        business.id(),
                        start,
                        business.id(),
                        start));
        Sql.of(
                        "delete from customer_subscription where business_id = ? and subject in"
                                + " (select subject from value_fact where business_id = ? and occurred_at < ?)",
                        business.id(),
                        business.id(),
                        start)
                .update(connection);
        Sql.of("delete from value_fact where business_id = ? and occurred_at < ?", business.id(), start)
                .update(connection);
        Sql.of(
                        "delete from customer_value c where c.business_id = ? and not exists (select from value_fact v"
                                + " where v.business_id = c.business_id and v.customer_id = c.customer_id)",
                        business.id())
                .update(connection);
    }

    private static Set<ValueTasks.Touch> touched(Connection connection, String business, List<ValueTasks.Task> tasks)
            throws SQLException {
        Set<ValueTasks.Touch> touched = tasks.stream()
                .map(ValueTasks.Task::touch)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Long> links = tasks.stream()
                .map(ValueTasks.Task::link)
                .filter(Objects::nonNull)
                .toList();
        if (!links.isEmpty()) {
            touched.addAll(MoneyFacts.linked(connection, business, links));
        }
        return touched;
    }

    private static void derive(Connection connection, Business business, Set<ValueTasks.Touch> touched)
            throws SQLException {
        Set<String> subjects = new HashSet<>(MoneyFacts.subjects(connection, business.id(), touched));
        List<MoneyFact> facts = new ArrayList<>(MoneyFacts.read(connection, business, touched));
        boolean more = true;
        while (more) {
            facts.forEach(fact -> subjects.add(fact.subject()));
            // Facts of the same orders and subscriptions that are not touched themselves; by now they may be about
            // others.
            List<ValueTasks.Touch> others = MoneyFacts.about(connection, business.id(), subjects).stream()
                    .filter(touched::add)
                    .toList();
            facts.addAll(MoneyFacts.read(connection, business, others));
            more = !others.isEmpty();
        }
        Set<String> customers = new HashSet<>(ValueTable.remove(connection, business.id(), subjects));
        customers.addAll(store(connection, business, facts));
        ValueTable.sum(connection, business.id(), customers);
    }

    /** @return whose they are */
    private static Set<String> store(Connection connection, Business business, List<MoneyFact> facts)
            throws SQLException {
        List<Entry> entries = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        Map<String, List<MoneyFact>> bySubject =
                facts.stream().collect(Collectors.groupingBy(MoneyFact::subject, TreeMap::new, Collectors.toList()));
        for (List<MoneyFact> about : bySubject.values()) {
            if (ValueTypes.ofSubscription(about.getFirst().type())) {
                SubscriptionRules.Course course = SubscriptionRules.of(about);
                entries.addAll(course.entries());
                for (int i = 0; i < course.spans().size(); i++) {
                    spans.add(course.spans().get(i));
                    numbers.add(i);
                }
            } else {
                entries.addAll(OrderRules.entries(about, business.keptFrom() != null));
            }
        }
        ValueTable.insert(connection, business.id(), entries);
        ValueTable.insertSpans(connection, business.id(), spans, numbers);
        return Stream.concat(
                        entries.stream().map(entry -> entry.person().customer()),
                        spans.stream().map(Span::customer))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
