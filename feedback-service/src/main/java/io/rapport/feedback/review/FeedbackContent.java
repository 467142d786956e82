package io.rapport.feedback.review;

import java.time.Instant;

/**
 * What somebody said, as its source tells it.
 *
 * @param revision the source's own number of this version; null where it has none
 * @param occurredAt null only for an answer to a survey that doesn't say when
 */
public record FeedbackContent(
        String source,
        String id,
        Integer revision,
        String kind,
        String text,
        Rating rating,
        Author author,
        String visitorId,
        String channel,
        Instant occurredAt,
        String language,
        String url,
        String page,
        String touchpoint,
        String product,
        String location,
        SurveyAnswer survey) {

    /** Who said it. */
    public record Author(String name, String customerId) {}

    public FeedbackKey key() {
        return new FeedbackKey(source, id);
    }

    /** Whether there is something to read for the sentiment service. */
    public boolean hasText() {
        return text != null && !text.isBlank();
    }

    /** The same as the answer to a survey. */
    public FeedbackContent answering(SurveyAnswer answer) {
        return saying(text, answer);
    }

    FeedbackContent occurring(Instant at) {
        return new FeedbackContent(
                source,
                id,
                revision,
                kind,
                text,
                rating,
                author,
                visitorId,
                channel,
                at,
                language,
                url,
                page,
                touchpoint,
                product,
                location,
                survey);
    }

    /** The same in other words. */
    FeedbackContent saying(String words, SurveyAnswer answer) {
        return new FeedbackContent(
                source,
                id,
                revision,
                kind,
                words,
                rating,
                author,
                visitorId,
                channel,
                occurredAt,
                language,
                url,
                page,
                touchpoint,
                product,
                location,
                answer);
    }

    /** What stays on a tombstone: of which kind it was, and when. */
    static FeedbackContent emptied(FeedbackKey key, String kind, Instant occurredAt) {
        return new FeedbackContent(
                key.source(),
                key.id(),
                null,
                kind,
                null,
                null,
                null,
                null,
                null,
                occurredAt,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
