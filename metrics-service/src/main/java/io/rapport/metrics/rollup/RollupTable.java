package io.rapport.metrics.rollup;

import io.rapport.metrics.sql.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The tables of sums. */
final class RollupTable {
    private static final List<String> SUMS = List.of(
            "visits",
            "bounces",
            "engaged",
            "converted",
            "carts",
            "abandoned",
            "visit_views",
            "visit_views_square",
            "visit_us",
            "visit_us_square",
            "views",
            "timed_views",
            "view_us",
            "view_us_square");

    private static final String ADD = "insert into web_rollup as r (business_id, dimension, grain, bucket, key, "
            + String.join(", ", SUMS)
            + ") select ?, d.* from unnest(?, ?::\"char\"[], ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as d"
            + " on conflict (business_id, dimension, grain, bucket, key) do update set "
            + String.join(
                    ", ",
                    SUMS.stream()
                            .map(sum -> sum + " = r." + sum + " + excluded." + sum)
                            .toList());

    private static final String ADD_GOALS = """
            insert into web_goal as r (business_id, dimension, grain, bucket, key, goal, visits)
            select ?, d.* from unnest(?, ?::"char"[], ?, ?, ?, ?) as d
            on conflict (business_id, dimension, grain, bucket, key, goal) do update set visits = r.visits + excluded.visits""";

    private RollupTable() {}

    static void add(Connection connection, String business, RollupDelta delta) throws SQLException {
        List<Map.Entry<RollupDelta.Cell, Tally>> rows =
                List.copyOf(delta.tallies().entrySet());
        Sql.of(
                        ADD,
                        business,
                        texts(rows, row -> row.getKey().dimension().column()),
                        texts(rows, row -> row.getKey().bucket().grain()),
                        days(rows, row -> row.getKey().bucket().from()),
                        texts(rows, row -> row.getKey().key()),
                        longs(rows, tally -> tally.visits),
                        longs(rows, tally -> tally.bounces),
                        longs(rows, tally -> tally.engaged),
                        longs(rows, tally -> tally.converted),
                        longs(rows, tally -> tally.carts),
                        longs(rows, tally -> tally.abandoned),
                        longs(rows, tally -> tally.visitViews),
                        longs(rows, tally -> tally.visitViewsSquare),
                        decimals(rows, tally -> tally.visitTime),
                        decimals(rows, tally -> tally.visitTimeSquare),
                        longs(rows, tally -> tally.views),
                        longs(rows, tally -> tally.timedViews),
                        decimals(rows, tally -> tally.viewTime),
                        decimals(rows, tally -> tally.viewTimeSquare))
                .update(connection);
        addGoals(connection, business, rows);
        removeEmpty(connection, business, rows);
    }

    private static void addGoals(Connection connection, String business, List<Map.Entry<RollupDelta.Cell, Tally>> rows)
            throws SQLException {
        record Reached(Map.Entry<RollupDelta.Cell, Tally> row, String goal, Long visits) {}
        List<Reached> reached = new ArrayList<>();
        rows.forEach(
                row -> row.getValue().goals.forEach((goal, visits) -> reached.add(new Reached(row, goal, visits))));
        if (reached.isEmpty()) {
            return;
        }
        Sql.of(
                        ADD_GOALS,
                        business,
                        texts(reached, goal -> goal.row.getKey().dimension().column()),
                        texts(reached, goal -> goal.row.getKey().bucket().grain()),
                        days(reached, goal -> goal.row.getKey().bucket().from()),
                        texts(reached, goal -> goal.row.getKey().key()),
                        texts(reached, Reached::goal),
                        reached.stream().map(Reached::visits).toArray(Long[]::new))
                .update(connection);
    }

    /** What holds nothing any more is as if it had never been, so that a rebuild gives the same rows. */
    private static void removeEmpty(
            Connection connection, String business, List<Map.Entry<RollupDelta.Cell, Tally>> rows) throws SQLException {
        List<Map.Entry<RollupDelta.Cell, Tally>> lessened = rows.stream()
                .filter(row -> row.getValue().visits < 0 || row.getValue().views < 0)
                .toList();
        if (lessened.isEmpty()) {
            return;
        }
        for (String empty :
                List.of("web_rollup r where r.visits = 0 and r.views = 0", "web_goal r where r.visits = 0")) {
            Sql.of(
                            "with gone as (select * from unnest(?, ?::\"char\"[], ?, ?) as g (dimension, grain, bucket, key))"
                                    + " delete from " + empty + " and r.business_id = ?"
                                    + " and (r.dimension, r.grain, r.bucket, r.key) in (select * from gone)",
                            texts(lessened, row -> row.getKey().dimension().column()),
                            texts(lessened, row -> row.getKey().bucket().grain()),
                            days(lessened, row -> row.getKey().bucket().from()),
                            texts(lessened, row -> row.getKey().key()),
                            business)
                    .update(connection);
        }
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> LocalDate[] days(List<T> rows, Function<T, LocalDate> column) {
        return rows.stream().map(column).toArray(LocalDate[]::new);
    }

    private static Long[] longs(List<Map.Entry<RollupDelta.Cell, Tally>> rows, ToLongFunction<Tally> sum) {
        return rows.stream().map(row -> sum.applyAsLong(row.getValue())).toArray(Long[]::new);
    }

    private static BigDecimal[] decimals(
            List<Map.Entry<RollupDelta.Cell, Tally>> rows, Function<Tally, BigDecimal> sum) {
        return rows.stream().map(row -> sum.apply(row.getValue())).toArray(BigDecimal[]::new);
    }
}
