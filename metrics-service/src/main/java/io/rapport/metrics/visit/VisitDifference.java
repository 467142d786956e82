package io.rapport.metrics.visit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What has become of visits. Those that are as they were are in neither list.
 *
 * @param removed visits as they were, those that are others now among them
 * @param made visits as they are now
 */
record VisitDifference(List<Visit> removed, List<Visit> made) {
    /** By what a visit is found again. */
    record Key(String visitorId, Instant beganAt) {
        static Key of(Visit visit) {
            return new Key(visit.visitorId(), visit.beganAt());
        }
    }

    static VisitDifference between(List<Visit> before, List<Visit> now) {
        Map<Key, Visit> known = before.stream().collect(Collectors.toMap(Key::of, Function.identity()));
        List<Visit> made = now.stream()
                .filter(visit -> !visit.equals(known.get(Key.of(visit))))
                .toList();
        now.forEach(visit -> known.remove(Key.of(visit), visit));
        return new VisitDifference(List.copyOf(known.values()), made);
    }

    void write(Connection connection, String business, Map<String, Integer> numbers) throws SQLException {
        Set<Key> were = keys(removed);
        Set<Key> are = keys(made);
        VisitTable.remove(connection, business, where(removed, visit -> !are.contains(Key.of(visit))));
        VisitTable.update(connection, business, where(made, visit -> were.contains(Key.of(visit))), numbers);
        VisitTable.insert(connection, business, where(made, visit -> !were.contains(Key.of(visit))), numbers);
    }

    private static Set<Key> keys(List<Visit> visits) {
        return visits.stream().map(Key::of).collect(Collectors.toSet());
    }

    private static List<Visit> where(List<Visit> visits, Predicate<Visit> condition) {
        return visits.stream().filter(condition).toList();
    }
}
