package io.rapport.feedback.inbox;

import io.rapport.feedback.review.FeedbackKey;
import io.rapport.feedback.review.FeedbackStored;
import io.rapport.feedback.review.ReplyItem;
import io.rapport.feedback.review.ReplyWritten;
import io.rapport.feedback.sql.Sql;
import io.rapport.frame.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What the business answers: kept beside the feedback, through its edits and until its deletion. That it is answered, and
 * since when, is told to metrics-service with the feedback's next fact, in the same transaction.
 */
@ApplicationScoped
public class Replies {
    private static final String FIND = "select " + ReplyItem.COLUMNS + """
             from feedback_reply where business_id = ? and source = ? and feedback_id = ?
            """;

    // The feedback's row is locked before its reply's, as by a deletion, which drops the reply.
    private static final String LOCK = """
            select revision from feedback where business_id = ? and source = ? and feedback_id = ? and not deleted for update
            """;

    private static final String INSERT = """
            insert into feedback_reply (business_id, source, feedback_id, text, author, template_id, state, answered_at,
              posted_at, written_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String CHANGE = """
            update feedback_reply set text = ?, author = ?, template_id = ?, state = ?, edited_at = ?, posted_at = ?,
              written_by = ?
            where business_id = ? and source = ? and feedback_id = ?
              and ((text, state) is distinct from (?, ?) or author is distinct from ?)
            """;

    private static final String MARK = """
            update feedback_reply set state = ?, posted_at = ? where business_id = ? and source = ? and feedback_id = ?
              and state <> ?
            """;

    private static final String DELETE = """
            delete from feedback_reply where business_id = ? and source = ? and feedback_id = ?
            """;

    private static final String TELL = """
            with answered as (
              update feedback set answered_at = ?, reading_seq = reading_seq + 1
              where business_id = ? and source = ? and feedback_id = ?
              returning business_id, source, feedback_id, revision, reading_seq)
            insert into fact_outbox (business_id, source, feedback_id, revision, reading_seq, acknowledged)
            select business_id, source, feedback_id, revision, reading_seq, true from answered
            """;

    private final Sql sql;
    private final Event<FeedbackStored> told;
    private final Event<ReplyWritten> written;
    private final Clock clock;

    Replies(Sql sql, Event<FeedbackStored> told, Event<ReplyWritten> written, Clock clock) {
        this.sql = sql;
        this.told = told;
        this.written = written;
        this.clock = clock;
    }

    /** A reply as it is now, and whether it is the first to its feedback. */
    record Written(ReplyItem reply, boolean first) {}

    @Transactional
    public Optional<ReplyItem> find(String business, FeedbackKey key) {
        return sql.first(FIND, ReplyItem::read, business, key.source(), key.id());
    }

    /** Answers the feedback, or changes what was answered. */
    @Transactional
    Written write(String business, FeedbackKey key, ReplyInput input, String by) {
        lock(business, key);
        Instant now = now();
        boolean first = find(business, key).isEmpty();
        if (first) {
            Instant at = input.at() == null ? now : input.at();
            insert(business, key, input, at, now, by);
            tell(business, key, at);
        } else {
            change(business, key, input, now, by);
        }
        written.fire(new ReplyWritten(business, key, !input.isPosted()));
        return new Written(find(business, key).orElseThrow(), first);
    }

    /** Notes whether the reply stands where the feedback does; one that shall stand there is sent where that can be done. */
    @Transactional
    public ReplyItem mark(String business, FeedbackKey key, String state) {
        lock(business, key);
        Instant posted = ReplyItem.POSTED.equals(state) ? now() : null;
        sql.update(MARK, state, posted, business, key.source(), key.id(), state);
        written.fire(new ReplyWritten(business, key, posted == null));
        return find(business, key).orElseThrow(() -> Problems.notFound("The reply"));
    }

    @Transactional
    void delete(String business, FeedbackKey key) {
        lock(business, key);
        if (sql.update(DELETE, business, key.source(), key.id()) > 0) {
            tell(business, key, null);
        }
    }

    private void lock(String business, FeedbackKey key) {
        sql.first(LOCK, row -> row.getInt(1), business, key.source(), key.id())
                .orElseThrow(() -> Problems.notFound("The feedback"));
    }

    private void insert(String business, FeedbackKey key, ReplyInput input, Instant at, Instant now, String by) {
        sql.update(
                INSERT,
                business,
                key.source(),
                key.id(),
                input.text(),
                input.author(),
                input.templateId(),
                input.state(),
                at,
                input.isPosted() ? now : null,
                by);
    }

    private void change(String business, FeedbackKey key, ReplyInput input, Instant now, String by) {
        sql.update(
                CHANGE,
                input.text(),
                input.author(),
                input.templateId(),
                input.state(),
                now,
                input.isPosted() ? now : null,
                by,
                business,
                key.source(),
                key.id(),
                input.text(),
                input.state(),
                input.author());
    }

    private void tell(String business, FeedbackKey key, Instant answeredAt) {
        sql.update(TELL, answeredAt, business, key.source(), key.id());
        told.fire(new FeedbackStored());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
