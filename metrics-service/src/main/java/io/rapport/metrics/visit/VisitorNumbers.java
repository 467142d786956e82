package io.rapport.metrics.visit;

import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each visitor of a business a number of its own, in the order in which they come. */
final class VisitorNumbers {
    private VisitorNumbers() {}

    /** The number of each of these visitors; who has none gets one. */
    static Map<String, Integer> of(Connection connection, String business, Collection<String> visitors)
            throws SQLException {
        Map<String, Integer> numbers = known(connection, business, visitors);
        List<String> fresh = visitors.stream()
                .distinct()
                .filter(visitor -> !numbers.containsKey(visitor))
                .toList();
        if (!fresh.isEmpty()) {
            int next = take(connection, business, fresh.size());
            Sql.of(
                            "insert into visitor (business_id, visitor_id, number)"
                                    + " select ?, visitor, ? + place::int - 1 from unnest(?) with ordinality as v (visitor, place)",
                            business,
                            next,
                            fresh.toArray(String[]::new))
                    .update(connection);
            for (int i = 0; i < fresh.size(); i++) {
                numbers.put(fresh.get(i), next + i);
            }
        }
        return numbers;
    }

    private static Map<String, Integer> known(Connection connection, String business, Collection<String> visitors)
            throws SQLException {
        Map<String, Integer> numbers = new HashMap<>();
        Sql.of(
                        "select visitor_id, number from visitor where business_id = ? and visitor_id = any (?)",
                        business,
                        visitors.toArray(String[]::new))
                .list(connection, row -> numbers.put(row.getString(1), row.getInt(2)));
        return numbers;
    }

    /** The first of so many numbers in a row that nobody had. */
    private static int take(Connection connection, String business, int many) throws SQLException {
        return Sql.of(
                                "insert into visitor_count as c (business_id, visitors) values (?, ?)"
                                        + " on conflict (business_id) do update set visitors = c.visitors + excluded.visitors"
                                        + " returning visitors",
                                business,
                                many)
                        .list(connection, row -> row.getInt(1))
                        .getFirst()
                - many;
    }
}
