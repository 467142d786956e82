package io.rapport.feedback.review;

import io.rapport.frame.http.QueryInput;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Where a page of the list ends: everything after it is older, or as old and lower by source and id. */
public record FeedbackCursor(Instant occurredAt, String source, String id) {

    static FeedbackCursor after(StoredFeedback last) {
        return new FeedbackCursor(
                last.content().occurredAt(),
                last.content().source(),
                last.content().id());
    }

    public String encoded() {
        String plain = occurredAt + "\n" + source.length() + "\n" + source + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** The parameter {@code cursor}; null where it is missing. */
    public static FeedbackCursor read(QueryInput query) {
        String text = query.text("cursor");
        FeedbackCursor cursor = text == null ? null : decoded(text);
        return text == null || cursor != null ? cursor : query.refuse("cursor", "is not a cursor of this list");
    }

    /** The cursor, or null where the text isn't one of ours. */
    static FeedbackCursor decoded(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split("\n", 3);
            int length = Integer.parseInt(parts[1]);
            Instant at = Instant.parse(parts[0]);
            boolean sane = plain.indexOf('\0') < 0 && !at.isBefore(Instant.EPOCH) && at.getEpochSecond() < 1L << 32;
            return sane ? new FeedbackCursor(at, parts[2].substring(0, length), parts[2].substring(length)) : null;
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException malformed) {
            return null;
        }
    }
}
