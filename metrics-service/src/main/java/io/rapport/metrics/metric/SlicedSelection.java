package io.rapport.metrics.metric;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Sums where they hold what is asked for, and the rows for a slice by another dimension, of which no sums are kept. */
record SlicedSelection(Selection sums, Selection rows) implements Selection {

    @Override
    public Aggregates total(Connection connection) throws SQLException {
        return sums.total(connection);
    }

    @Override
    public Map<Integer, Aggregates> byInterval(Connection connection, List<LocalDate> bounds) throws SQLException {
        return sums.byInterval(connection, bounds);
    }

    @Override
    public Map<String, Aggregates> byKey(Connection connection, String dimension, int most) throws SQLException {
        return rows.byKey(connection, dimension, most);
    }

    @Override
    public Aggregates others(Connection connection, String dimension, List<String> keys) throws SQLException {
        return rows.others(connection, dimension, keys);
    }
}
