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
        String words,
        FeedbackCursor cursor,
        int limit) {
    static final int MOST = 200;
    private static final int USUAL = 50;

    /** @param zone where the business counts its days: dates without a time mean their beginning there */
    static FeedbackFilter read(QueryInput query, ZoneId zone) {
        int rating = query.integer("rating", 1, 5, 0);
        FeedbackFilter filter = new FeedbackFilter(
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
                query.text("q"),
                cursor(query),
                query.integer("limit", 1, MOST, USUAL));
        query.finish();
        return filter;
    }

    private static Instant moment(QueryInput query, String name, ZoneId zone) {
        String text = query.text(name);
        if (text == null || text.contains("T") || text.contains("t")) {
            return query.instant(name);
        }
        LocalDate date = query.date(name);
        return date == null ? null : date.atStartOfDay(zone).toInstant();
    }

    private static FeedbackCursor cursor(QueryInput query) {
        String text = query.text("cursor");
        FeedbackCursor cursor = text == null ? null : FeedbackCursor.decoded(text);
        return text == null || cursor != null ? cursor : query.refuse("cursor", "is not a cursor of this list");
    }
}
