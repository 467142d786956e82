package io.rapport.metrics.metric;

import io.rapport.metrics.sql.Sql;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The rows that metrics count, with what each can be broken down and restricted by. Statements name its table {@code f}.
 *
 * @param table a table or a view with a {@code business_id}, a {@code customer_id} and a {@code visitor_id}, or a call of a function
 *     that takes the business, the period's start and its end for three question marks
 * @param time the column that says when a row happened, and so to which day it belongs
 * @param tieBreak what orders rows of the same instant, so that evidence can be paged
 * @param condition what every row must satisfy to count at all; null for nothing
 * @param dimensions from the name of a dimension to where it stands
 * @param evidenceColumns what evidence shows beside the row's own columns: empty, or beginning with a comma
 * @param evidence makes a fact of a row
 * @param freshness up to when its rows are known
 * @param ofPeople whether its rows know a customer or a visitor, so that segments may ask about them
 */
public record FactSource(
        String table,
        String time,
        String tieBreak,
        String condition,
        Map<String, Column> dimensions,
        String evidenceColumns,
        Sql.RowReader<EvidenceFact> evidence,
        Freshness freshness,
        boolean ofPeople) {
    private static final Set<String> OF_OTHERS = Set.of("measurement_current", "feedback_of_customer");

    /** Rows that know a customer or a visitor. */
    public FactSource(
            String table,
            String time,
            String tieBreak,
            String condition,
            Map<String, Column> dimensions,
            String evidenceColumns,
            Sql.RowReader<EvidenceFact> evidence,
            Freshness freshness) {
        this(table, time, tieBreak, condition, dimensions, evidenceColumns, evidence, freshness, true);
    }

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

    /** Whether its rows are events, or are made of them, and so go when those are removed. */
    boolean ofEvents() {
        return !OF_OTHERS.contains(table);
    }

    public Column column(String dimension) {
        return dimensions.get(dimension);
    }

    /** What a statement reads from, named {@code f}. */
    Sql from(Scope scope) {
        Sql from = Sql.of("from " + table + " f");
        return table.contains("?")
                ? from.withAll(new Object[] {scope.business().id(), scope.start(), scope.end()})
                : from;
    }
}
