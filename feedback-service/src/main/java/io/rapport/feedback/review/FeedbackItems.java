package io.rapport.feedback.review;

import io.rapport.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes what the API returns of stored feedback, with what the business has made of it since. */
@ApplicationScoped
class FeedbackItems {
    private static final String REPLIES = "select source, feedback_id, " + ReplyItem.COLUMNS + """
             from feedback_reply
            where business_id = ? and (source, feedback_id) in (select * from unnest(?, ?))
            """;

    private final Sql sql;

    FeedbackItems(Sql sql) {
        this.sql = sql;
    }

    /** All of one business's, in their order. */
    List<FeedbackItem> of(String business, List<StoredFeedback> stored) {
        Map<FeedbackKey, ReplyItem> replies = replies(
                business,
                stored.stream()
                        .filter(one -> one.answeredAt() != null)
                        .map(StoredFeedback::key)
                        .toList());
        return stored.stream()
                .map(one -> FeedbackItem.from(one, replies.get(one.key())))
                .toList();
    }

    private Map<FeedbackKey, ReplyItem> replies(String business, List<FeedbackKey> keys) {
        Map<FeedbackKey, ReplyItem> found = new HashMap<>();
        if (!keys.isEmpty()) {
            sql.list(
                    REPLIES,
                    row -> found.put(new FeedbackKey(row.getString(1), row.getString(2)), ReplyItem.read(row)),
                    business,
                    keys.stream().map(FeedbackKey::source).toArray(String[]::new),
                    keys.stream().map(FeedbackKey::id).toArray(String[]::new));
        }
        return found;
    }
}
