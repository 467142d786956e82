package io.rapport.feedback.review;

import io.rapport.frame.http.QueryInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Which feedback a list asks for; what is null doesn't matter. */
record FeedbackFilter(
        String kind,
        String source,
        String label,
        AspectFilter aspect,
        String emotion,
        Integer rating,
        String customer,
        String touchpoint,
        Instant from,
        Instant to,
        String page,
        String answered,
        String assignee,
        String tag,
        String state,
        String words,
        FeedbackCursor cursor,
        int limit) {
    static final int MOST = 200;
    private static final int USUAL = 50;

    /** @param zone where the business counts its days: dates without a time mean their beginning there */
    static FeedbackFilter read(QueryInput query, ZoneId zone) {
        FeedbackFilter filter =
                conditions(query, zone, FeedbackCursor.read(query), query.integer("limit", 1, MOST, USUAL));
        query.finish();
        return filter;
    }

    /** All that the conditions hold for, and no page of it. */
    static FeedbackFilter all(QueryInput query, ZoneId zone) {
        return conditions(query, zone, null, MOST);
    }

    private static FeedbackFilter conditions(QueryInput query, ZoneId zone, FeedbackCursor cursor, int limit) {
        int rating = query.integer("rating", 1, 5, 0);
        return new FeedbackFilter(
                query.oneOf("kind", FeedbackKinds.ALL),
                query.text("source"),
                query.oneOf("label", List.of("positive", "neutral", "negative")),
                AspectFilter.read(query, "aspect"),
                query.oneOf("emotion", FeedbackEmotions.ALL),
                rating == 0 ? null : rating,
                query.text("customer"),
                query.text("touchpoint"),
                moment(query, "from", zone),
                moment(query, "to", zone),
                query.text("page"),
                query.oneOf("answered", List.of("true", "false")),
                query.text("assignee"),
                query.text("tag"),
                query.oneOf("state", List.of("open", "in_progress", "done")),
                query.text("q"),
                cursor,
                limit);
    }

    /** The same, beginning after another. */
    FeedbackFilter from(FeedbackCursor after) {
        return new FeedbackFilter(
                kind,
                source,
                label,
                aspect,
                emotion,
                rating,
                customer,
                touchpoint,
                from,
                to,
                page,
                answered,
                assignee,
                tag,
                state,
                words,
                after,
                limit);
    }

    private static Instant moment(QueryInput query, String name, ZoneId zone) {
        String text = query.text(name);
        if (text == null || text.contains("T") || text.contains("t")) {
            return query.instant(name);
        }
        LocalDate date = query.date(name);
        return date == null ? null : date.atStartOfDay(zone).toInstant();
    }
}
