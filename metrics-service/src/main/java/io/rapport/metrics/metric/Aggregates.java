package io.rapport.metrics.metric;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the database found for the aggregates of one measure; sums are exact until they are read as doubles. */
public record Aggregates(List<BigDecimal> values) {

    public static Aggregates none(int size) {
        return new Aggregates(Collections.nCopies(size, BigDecimal.ZERO));
    }

    /** @param first the column of the first aggregate */
    public static Aggregates read(ResultSet row, int first, int size) throws SQLException {
        List<BigDecimal> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            BigDecimal value = row.getBigDecimal(first + i);
            values.add(value == null ? BigDecimal.ZERO : value);
        }
        return new Aggregates(values);
    }

    Aggregates plus(Aggregates more) {
        List<BigDecimal> sums = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            sums.add(values.get(i).add(more.values.get(i)));
        }
        return new Aggregates(sums);
    }

    public long count(int index) {
        return values.get(index).longValueExact();
    }

    public double number(int index) {
        return values.get(index).doubleValue();
    }
}
