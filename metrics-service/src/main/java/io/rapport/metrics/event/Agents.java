package io.rapport.metrics.event;

import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Numbers for the names by which programs call themselves: events have the number, since the same long names come again and again. */
final class Agents {
    private static final int MOST_KEPT = 10_000;

    /** A name that a business's events bear. */
    record Agent(String business, String name) {}

    /** Of which the database has said what their numbers are; they never change. */
    private final ConcurrentHashMap<Agent, Integer> known = new ConcurrentHashMap<>();

    /** The number of each agent; new ones are stored in a transaction of their own, since what is known must not be rolled back. */
    Map<Agent, Integer> numbers(Transactions transactions, Collection<Submission> group) {
        List<Agent> agents = group.stream().flatMap(Agents::of).distinct().toList();
        Map<Agent, Integer> numbers = new HashMap<>();
        agents.forEach(agent -> numbers.put(agent, known.get(agent)));
        List<Agent> missing = agents.stream()
                .filter(agent -> numbers.get(agent) == null)
                .sorted(Comparator.comparing(Agent::business).thenComparing(Agent::name))
                .toList();
        if (!missing.isEmpty()) {
            Map<Agent, Integer> stored = store(transactions, missing);
            numbers.putAll(stored);
            keep(stored);
        }
        return numbers;
    }

    private void keep(Map<Agent, Integer> stored) {
        if (known.size() >= MOST_KEPT) {
            known.clear();
        }
        known.putAll(stored);
    }

    private static Stream<Agent> of(Submission submission) {
        return submission.events().stream()
                .map(event -> event.context().userAgent())
                .filter(name -> name != null)
                .map(name -> new Agent(submission.business(), name));
    }

    private static Map<Agent, Integer> store(Transactions transactions, List<Agent> agents) {
        String[] businesses = agents.stream().map(Agent::business).toArray(String[]::new);
        String[] names = agents.stream().map(Agent::name).toArray(String[]::new);
        return transactions.call(connection -> {
            Sql.of(
                            "insert into agent (business_id, name) select * from unnest(?, ?) on conflict do nothing",
                            businesses,
                            names)
                    .update(connection);
            Map<Agent, Integer> numbers = new HashMap<>();
            Sql.of(
                            "select a.business_id, a.name, a.number from unnest(?, ?) as w (business, name)"
                                    + " join agent a on a.business_id = w.business and md5(a.name) = md5(w.name)",
                            businesses,
                            names)
                    .list(connection, row -> numbers.put(new Agent(row.getString(1), row.getString(2)), row.getInt(3)));
            return numbers;
        });
    }
}
