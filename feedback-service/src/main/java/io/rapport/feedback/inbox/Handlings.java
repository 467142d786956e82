package io.rapport.feedback.inbox;

import io.rapport.feedback.review.FeedbackItems;
import io.rapport.feedback.review.FeedbackKey;
import io.rapport.feedback.review.HandlingItem;
import io.rapport.feedback.sql.Ids;
import io.rapport.feedback.sql.Sql;
import io.rapport.frame.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** How feedback is handled, and what is noted on it. */
@ApplicationScoped
class Handlings {
    static final int MOST_NOTES = 500;

    // Locked, so that two who change its tags at a time do so one after the other.
    private static final String LOCK = """
            select revision from feedback where business_id = ? and source = ? and feedback_id = ? and not deleted for update
            """;

    private static final String CHANGE = """
            insert into feedback_handling as h (business_id, source, feedback_id, state, assignee, due_at, updated_at, updated_by)
            values (?, ?, ?, coalesce(?, 'open'), ?, ?, ?, ?)
            on conflict (business_id, source, feedback_id) do update set
              state = case when ? then excluded.state else h.state end,
              assignee = case when ? then excluded.assignee else h.assignee end,
              due_at = case when ? then excluded.due_at else h.due_at end,
              updated_at = excluded.updated_at, updated_by = excluded.updated_by
            """;

    private static final String UNTAG = """
            delete from feedback_tag where business_id = ? and source = ? and feedback_id = ?
            """;

    private static final String TAG = """
            insert into feedback_tag (business_id, tag, source, feedback_id)
            select distinct ?, tag, ?, ? from unnest(?) as tag
            """;

    private static final String NOTE = """
            insert into feedback_note (business_id, source, feedback_id, id, text, author, written_at, written_by)
            select ?, ?, ?, ?, ?, ?, ?, ? where (
              select count(*) from feedback_note where business_id = ? and source = ? and feedback_id = ?) < ?
            returning *
            """;

    private static final String NOTES = """
            select * from feedback_note where business_id = ? and source = ? and feedback_id = ? order by sequence
            """;

    private static final String DELETE_NOTE = """
            delete from feedback_note where business_id = ? and source = ? and feedback_id = ? and id = ?
            """;

    private final Sql sql;
    private final FeedbackItems items;
    private final Clock clock;

    Handlings(Sql sql, FeedbackItems items, Clock clock) {
        this.sql = sql;
        this.items = items;
        this.clock = clock;
    }

    @Transactional
    HandlingItem change(String business, FeedbackKey key, HandlingInput input, String by) {
        lock(business, key);
        sql.update(
                CHANGE,
                business,
                key.source(),
                key.id(),
                input.state(),
                input.assignee(),
                input.dueAt(),
                clock.instant(),
                by,
                input.sent().contains("state"),
                input.sent().contains("assignee"),
                input.sent().contains("dueAt"));
        if (input.sent().contains("tags")) {
            sql.update(UNTAG, business, key.source(), key.id());
            sql.update(TAG, business, key.source(), key.id(), input.tags().toArray(String[]::new));
        }
        return items.handling(business, key);
    }

    @Transactional
    NoteItem note(String business, FeedbackKey key, String text, String author, String by) {
        lock(business, key);
        return sql.first(
                        NOTE,
                        NoteItem::read,
                        business,
                        key.source(),
                        key.id(),
                        Ids.random("no_"),
                        text,
                        author,
                        clock.instant(),
                        by,
                        business,
                        key.source(),
                        key.id(),
                        MOST_NOTES)
                .orElseThrow(() -> Problems.conflict("There are " + MOST_NOTES + " notes already."));
    }

    @Transactional
    List<NoteItem> notes(String business, FeedbackKey key) {
        lock(business, key);
        return sql.list(NOTES, NoteItem::read, business, key.source(), key.id());
    }

    @Transactional
    void deleteNote(String business, FeedbackKey key, String id) {
        lock(business, key);
        if (!id.matches("no_[a-z2-7]{16}") || sql.update(DELETE_NOTE, business, key.source(), key.id(), id) == 0) {
            throw Problems.notFound("The note");
        }
    }

    private void lock(String business, FeedbackKey key) {
        sql.first(LOCK, row -> row.getInt(1), business, key.source(), key.id())
                .orElseThrow(() -> Problems.notFound("The feedback"));
    }
}
