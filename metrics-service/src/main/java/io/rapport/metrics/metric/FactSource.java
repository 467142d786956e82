package io.rapport.metrics.metric;

import io.rapport.metrics.sql.Sql;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rows that metrics count, with what each can be broken down and restricted by. Statements name its table {@code f}.
 *
 * @param table a table or a view with a {@code business_id} and, where a customer is known, a {@code customer_id}
 * @param time the column that says when a row happened, and so to which day it belongs
 * @param tieBreak what orders rows of the same instant, so that evidence can be paged
 * @param condition what every row must satisfy to count at all; null for nothing
 * @param dimensions from the name of a dimension to where it stands
 * @param evidenceColumns what evidence shows beside the row's own columns: empty, or beginning with a comma
 * @param evidence makes a fact of a row
 * @param freshness up to when its rows are known
 */
public record FactSource(
        String table,
        String time,
        String tieBreak,
        String condition,
        Map<String, Column> dimensions,
        String evidenceColumns,
        Sql.RowReader<EvidenceFact> evidence,
        Freshness freshness) {

    /** Up to when facts are known. */
    public enum Freshness {
        /** They are counted as soon as they are stored. */
        AT_ONCE,
        /** They are counted when what they change was derived. */
        WHEN_DERIVED,
        /** They are counted when feedback-service has told of them. */
        WHEN_TOLD
    }

    /**
     * Where a dimension stands.
     *
     * @param expression a column, or what is computed of some, with {@code f} before it
     * @param join what must be joined to have a row for each of several values; empty where a row has one value
     * @param many the expression of all values of a row as an array; null where it has one value
     */
    public record Column(String expression, String join, String many) {
        public static Column of(String expression) {
            return new Column(expression, "", null);
        }
    }

    /** Dimensions that are called like their columns. */
    public static Map<String, Column> columns(String... names) {
        Map<String, Column> dimensions = new LinkedHashMap<>();
        for (String name : names) {
            dimensions.put(name, Column.of("f." + name));
        }
        return dimensions;
    }

    Column column(String dimension) {
        return dimensions.get(dimension);
    }
}
