package io.rapport.metrics.metric;

import java.util.LinkedHashMap;
import java.util.Map;

/** The tables that metrics count in, with what each can be broken down and restricted by. */
public enum FactSource {
    VISITS(
            "visit",
            "began_at",
            "visitor_id",
            null,
            webDimensions(
                    "traffic_channel",
                    "utm_source",
                    "utm_medium",
                    "utm_campaign",
                    "entry_page",
                    "exit_page",
                    "country",
                    "language")),
    PAGE_VIEWS(
            "page_view",
            "occurred_at",
            "seq",
            null,
            webDimensions(
                    "page", "traffic_channel", "utm_source", "utm_medium", "utm_campaign", "country", "language")),
    FEEDBACK("feedback_current", "occurred_at", "source || '/' || id", "not deleted", feedbackDimensions()),
    PURCHASES(
            "event",
            "occurred_at",
            "seq",
            "type = 'purchase' and left_out is null and customer_id is not null",
            dimensions("channel", "campaign", "location", "product"));

    private final String table;
    private final String time;
    private final String tieBreak;
    private final String condition;
    private final Map<String, String> dimensions;

    FactSource(String table, String time, String tieBreak, String condition, Map<String, String> dimensions) {
        this.table = table;
        this.time = time;
        this.tieBreak = tieBreak;
        this.condition = condition;
        this.dimensions = dimensions;
    }

    String table() {
        return table;
    }

    /** The column that says to which day a row belongs. */
    String time() {
        return time;
    }

    /** What evidence shows beside the row's own columns. */
    String evidenceColumns() {
        return this == PAGE_VIEWS
                ? ", (select e.source from event e where e.business_id = f.business_id and e.seq = f.seq) as event_source"
                        + ", (select e.id from event e where e.business_id = f.business_id and e.seq = f.seq) as event_id"
                : "";
    }

    /** What orders rows of the same instant, so that evidence can be paged. */
    String tieBreak() {
        return tieBreak;
    }

    /** What every row must satisfy to count at all; null for nothing. */
    String condition() {
        return condition;
    }

    /** From the name of a dimension to its column. */
    Map<String, String> dimensions() {
        return dimensions;
    }

    private static Map<String, String> dimensions(String... columns) {
        Map<String, String> dimensions = new LinkedHashMap<>();
        for (String column : columns) {
            dimensions.put(column, column);
        }
        return dimensions;
    }

    /** With the short names by which events call them. */
    private static Map<String, String> webDimensions(String... columns) {
        Map<String, String> dimensions = dimensions(columns);
        dimensions.put("channel", "traffic_channel");
        dimensions.put("campaign", "utm_campaign");
        return dimensions;
    }

    private static Map<String, String> feedbackDimensions() {
        Map<String, String> dimensions = dimensions(
                "source", "kind", "channel", "touchpoint", "location", "product", "page", "language", "label");
        dimensions.put("survey", "survey_id");
        return dimensions;
    }
}
