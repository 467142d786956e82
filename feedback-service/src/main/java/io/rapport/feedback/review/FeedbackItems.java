package io.rapport.feedback.review;

import io.rapport.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes what the API returns of stored feedback, with what the business has made of it since. */
@ApplicationScoped
public class FeedbackItems {
    private static final String REPLIES = "select source, feedback_id, " + ReplyItem.COLUMNS + """
             from feedback_reply
            where business_id = ? and (source, feedback_id) in (select * from unnest(?, ?))
            """;

    private static final String HANDLINGS = """
            select k.source, k.feedback_id, coalesce(h.state, 'open') as state, h.assignee, h.due_at,
              array(select tag from feedback_tag t where t.business_id = k.business_id and t.source = k.source
                and t.feedback_id = k.feedback_id order by tag) as tags,
              (select count(*) from feedback_note n where n.business_id = k.business_id and n.source = k.source
                and n.feedback_id = k.feedback_id) as notes
            from (select cast(? as text) as business_id, source, feedback_id
                  from unnest(?, ?) as u (source, feedback_id)) k
            left join feedback_handling h on h.business_id = k.business_id and h.source = k.source
              and h.feedback_id = k.feedback_id
            """;

    private final Sql sql;

    FeedbackItems(Sql sql) {
        this.sql = sql;
    }

    /** All of one business's, in their order. */
    public List<FeedbackItem> of(String business, List<StoredFeedback> stored) {
        List<FeedbackKey> answered = stored.stream()
                .filter(one -> one.answeredAt() != null)
                .map(StoredFeedback::key)
                .toList();
        Map<FeedbackKey, ReplyItem> replies = find(REPLIES, business, answered, ReplyItem::read);
        Map<FeedbackKey, HandlingItem> handlings = find(
                HANDLINGS, business, stored.stream().map(StoredFeedback::key).toList(), FeedbackItems::handling);
        return stored.stream()
                .map(one -> FeedbackItem.from(one, replies.get(one.key()), handlings.get(one.key())))
                .toList();
    }

    /** How it is handled; as at first, where nobody has touched it. */
    public HandlingItem handling(String business, FeedbackKey key) {
        return find(HANDLINGS, business, List.of(key), FeedbackItems::handling).get(key);
    }

    private <T> Map<FeedbackKey, T> find(String statement, String business, List<FeedbackKey> keys, Sql.Row<T> row) {
        Map<FeedbackKey, T> found = new HashMap<>();
        if (!keys.isEmpty()) {
            sql.list(
                    statement,
                    one -> found.put(new FeedbackKey(one.getString(1), one.getString(2)), row.read(one)),
                    business,
                    keys.stream().map(FeedbackKey::source).toArray(String[]::new),
                    keys.stream().map(FeedbackKey::id).toArray(String[]::new));
        }
        return found;
    }

    private static HandlingItem handling(ResultSet row) throws SQLException {
        return new HandlingItem(
                row.getString("state"),
                row.getString("assignee"),
                List.of((String[]) row.getArray("tags").getArray()),
                Sql.instant(row, "due_at"),
                row.getInt("notes"));
    }
}
