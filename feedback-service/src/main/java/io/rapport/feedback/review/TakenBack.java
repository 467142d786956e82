package io.rapport.feedback.review;

import io.rapport.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes back what somebody recorded, as if it had never come: what was said before it holds again, and where there was nothing
 * before, the same may come once more. Numbers of revisions only ever grow, so that metrics-service follows.
 */
@ApplicationScoped
public class TakenBack {
    private static final String FIND = """
            select source, feedback_id, revision, kind, occurred_at from feedback
            where business_id = ? and recorded_by = ? and recorded_by like 'import:%'
            order by source, feedback_id limit ? for update
            """;

    private static final String BEFORE = "select " + FeedbackRows.ALL + " from feedback_history"
            + " where business_id = ? and source = ? and feedback_id = ? and recorded_by <> ?"
            + " order by revision desc limit 1";

    /** Also those that others have overtaken since. */
    private static final String FORGET = """
            delete from feedback_history where business_id = ? and recorded_by = ? and recorded_by like 'import:%'
            """;

    private final FeedbackTable table;
    private final FeedbackRows rows;
    private final Sql sql;
    private final Event<FeedbackStored> stored;

    TakenBack(FeedbackTable table, FeedbackRows rows, Sql sql, Event<FeedbackStored> stored) {
        this.table = table;
        this.rows = rows;
        this.sql = sql;
        this.stored = stored;
    }

    private record Gone(FeedbackKey key, int revision, FeedbackContent emptied) {}

    /** @return how many; as long as it is {@code most}, there may be more */
    @Transactional
    public int some(String business, String by, int most) {
        List<Gone> found = sql.list(
                FIND,
                row -> {
                    FeedbackKey key = new FeedbackKey(row.getString(1), row.getString(2));
                    return new Gone(
                            key,
                            row.getInt(3),
                            FeedbackContent.emptied(key, row.getString(4), Sql.instant(row, "occurred_at")));
                },
                business,
                by,
                most);
        List<StoredRevision> current = new ArrayList<>();
        found.forEach(gone -> current.add(takeBack(business, by, gone)));
        sql.update(FORGET, business, by);
        if (!current.isEmpty()) {
            table.enqueueFacts(business, current);
            table.enqueueTexts(
                    business, current.stream().filter(StoredRevision::hasText).toList());
            stored.fire(new FeedbackStored());
        }
        return found.size();
    }

    private StoredRevision takeBack(String business, String by, Gone gone) {
        FeedbackKey key = gone.key();
        int next = gone.revision() + 1;
        Optional<StoredFeedback> before = sql.first(BEFORE, rows::read, business, key.source(), key.id(), by)
                .filter(found -> !found.deleted());
        if (before.isPresent()) {
            FeedbackContent content = before.get().content();
            table.supersede(
                    business,
                    key,
                    rows.write(content, next, false, ContentHash.of(content)),
                    before.get().provenance());
            return new StoredRevision(key, next, content.hasText());
        }
        table.supersede(
                business,
                key,
                rows.write(gone.emptied(), next, true, Revisions.TAKEN_BACK),
                new Provenance(by + ":taken-back", "server"));
        return new StoredRevision(key, next, false);
    }
}
