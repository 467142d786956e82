package io.rapport.metrics.event;

import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Numbers for what many events have alike: events have the number, since the same long texts come again and again.
 *
 * @param <E> what has a number
 */
final class Dictionary<E> {
    private static final int MOST_KEPT = 10_000;

    /** Of which the database has said what their numbers are; they never change. */
    private final ConcurrentHashMap<E, Integer> known = new ConcurrentHashMap<>();

    private final String insert;
    private final String find;
    private final List<Function<E, String>> columns;

    /**
     * @param insert stores entries that aren't there; takes an array for each column
     * @param find finds entries; takes the same arrays, and gives the place of each from 1 and its number
     */
    Dictionary(String insert, String find, List<Function<E, String>> columns) {
        this.insert = insert;
        this.find = find;
        this.columns = columns;
    }

    /** The number of each entry; new ones are stored in a transaction of their own, since what is known must not be rolled back. */
    Map<E, Integer> numbers(Transactions transactions, Set<E> entries) {
        Map<E, Integer> numbers = new HashMap<>();
        entries.forEach(entry -> numbers.put(entry, known.get(entry)));
        List<E> missing = entries.stream()
                .filter(entry -> numbers.get(entry) == null)
                .sorted(order())
                .toList();
        if (!missing.isEmpty()) {
            Map<E, Integer> stored = store(transactions, missing);
            numbers.putAll(stored);
            keep(stored);
        }
        return numbers;
    }

    /** The same for everybody, so that two who store the same entries wait for one another instead of locking each other out. */
    private Comparator<E> order() {
        return columns.stream()
                .map(column -> Comparator.comparing(column))
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private void keep(Map<E, Integer> stored) {
        if (known.size() >= MOST_KEPT) {
            known.clear();
        }
        known.putAll(stored);
    }

    private Map<E, Integer> store(Transactions transactions, List<E> entries) {
        Object[] arrays = columns.stream()
                .map(column -> entries.stream().map(column).toArray(String[]::new))
                .toArray();
        return transactions.call(connection -> {
            Sql.of(insert).withAll(arrays).update(connection);
            Map<E, Integer> numbers = new HashMap<>();
            Sql.of(find)
                    .withAll(arrays)
                    .list(connection, row -> numbers.put(entries.get(row.getInt(1) - 1), row.getInt(2)));
            return numbers;
        });
    }
}
