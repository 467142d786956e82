package io.rapport.feedback.connection;

import io.rapport.feedback.review.FeedbackKey;
import io.rapport.feedback.review.ReplyItem;
import io.rapport.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The statements of replies that are sent back to where their feedback came from. */
@ApplicationScoped
class ReplyQueue {
    private static final String PREFIX = "connection:";

    private static final String BROUGHT_BY = """
            select recorded_by from feedback
            where business_id = ? and source = ? and feedback_id = ? and recorded_by like 'connection:%'
            """;

    private static final String WAITS = """
            update feedback_reply set sending = 'waiting', sending_reason = null, connection_id = ?
            where business_id = ? and source = ? and feedback_id = ?
            """;

    private static final String BY_HAND = """
            update feedback_reply set sending = null, sending_reason = null
            where business_id = ? and source = ? and feedback_id = ? and sending is distinct from 'sent'
            """;

    // One that is being sent, or put off, keeps its time: nobody else begins to send beside whoever does.
    private static final String ADD = """
            insert into reply_task (business_id, source, feedback_id) values (?, ?, ?)
            on conflict (business_id, source, feedback_id) do update set attempts = 0
            """;

    private static final String REMOVE =
            "delete from reply_task where business_id = ? and source = ? and feedback_id = ?";

    // Whoever sends puts the next try off first, for longer than sending can take: a process that dies leaves it for
    // then.
    private static final String CLAIM = """
            update reply_task t set not_before = clock_timestamp() + interval '5 minutes', attempts = t.attempts + 1
            from (select business_id, source, feedback_id from reply_task where not_before <= clock_timestamp()
                  order by not_before, sequence limit ? for update skip locked) due
            where t.business_id = due.business_id and t.source = due.source and t.feedback_id = due.feedback_id
            returning t.business_id, t.source, t.feedback_id, t.attempts
            """;

    private static final String FIND = """
            select text, connection_id, posted_id from feedback_reply
            where business_id = ? and source = ? and feedback_id = ? and sending = 'waiting'
            """;

    private static final String SENT = """
            update feedback_reply set posted_id = coalesce(?, posted_id), sending = case when text = ? then 'sent' else sending end,
              state = case when text = ? then ? else state end,
              posted_at = case when text = ? then clock_timestamp() else posted_at end
            where business_id = ? and source = ? and feedback_id = ? returning sending
            """;

    private static final String FAILED = """
            update feedback_reply set sending = ?, sending_reason = ? where business_id = ? and source = ? and feedback_id = ?
              and sending = 'waiting'
            """;

    private static final String PUT_OFF = """
            update reply_task set not_before = clock_timestamp() + make_interval(secs => ?)
            where business_id = ? and source = ? and feedback_id = ?
            """;

    private final Sql sql;

    ReplyQueue(Sql sql) {
        this.sql = sql;
    }

    /** @param attempts how often it was tried, this time included */
    record Due(String business, FeedbackKey key, int attempts) {}

    /** A reply that waits. */
    record Waiting(String text, String connection, String postedId) {}

    /** The connection that brought the feedback; empty where none did. */
    Optional<String> broughtBy(String business, FeedbackKey key) {
        return sql.first(
                BROUGHT_BY, row -> row.getString(1).substring(PREFIX.length()), business, key.source(), key.id());
    }

    void add(String business, FeedbackKey key, String connection) {
        sql.update(WAITS, connection, business, key.source(), key.id());
        sql.update(ADD, business, key.source(), key.id());
    }

    /** It goes there by hand, or stands there. */
    void leave(String business, FeedbackKey key) {
        sql.update(BY_HAND, business, key.source(), key.id());
        sql.update(REMOVE, business, key.source(), key.id());
    }

    List<Due> claim(int most) {
        return sql.list(
                CLAIM,
                row -> new Due(row.getString(1), new FeedbackKey(row.getString(2), row.getString(3)), row.getInt(4)),
                most);
    }

    Optional<Waiting> find(Due due) {
        return sql.first(
                FIND,
                row -> new Waiting(row.getString(1), row.getString(2), row.getString(3)),
                due.business(),
                due.key().source(),
                due.key().id());
    }

    /** Notes that this text stands there; another that was written meanwhile is still to be sent. */
    void sent(Due due, String text, String postedId) {
        boolean whole = sql.first(
                        SENT,
                        row -> "sent".equals(row.getString(1)),
                        postedId,
                        text,
                        text,
                        ReplyItem.POSTED,
                        text,
                        due.business(),
                        due.key().source(),
                        due.key().id())
                .orElse(true);
        if (whole) {
            drop(due);
        } else {
            sql.update(
                    PUT_OFF, 0.0, due.business(), due.key().source(), due.key().id());
        }
    }

    void failed(Due due, String reason) {
        sql.update(
                FAILED,
                "failed",
                reason,
                due.business(),
                due.key().source(),
                due.key().id());
        drop(due);
    }

    void putOff(Due due, Duration pause, String reason) {
        sql.update(
                FAILED,
                "waiting",
                reason,
                due.business(),
                due.key().source(),
                due.key().id());
        sql.update(
                PUT_OFF,
                pause.toMillis() / 1000.0,
                due.business(),
                due.key().source(),
                due.key().id());
    }

    void drop(Due due) {
        sql.update(REMOVE, due.business(), due.key().source(), due.key().id());
    }
}
