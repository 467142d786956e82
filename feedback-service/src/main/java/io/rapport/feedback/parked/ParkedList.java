package io.rapport.feedback.parked;

import io.rapport.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** What was set aside because it could not be processed, and the way back into its queue. */
@ApplicationScoped
class ParkedList {
    private static final String LIST = """
            select id, what, source, feedback_id, revision, reason, parked_at from parked
            where business_id = ? and id > ? order by id limit ?
            """;

    private static final String TAKE = """
            delete from parked where business_id = ? and id = ?
            returning what, source, feedback_id, revision, reading_seq
            """;

    private static final String AGAIN = """
            update %s set parked_at = null, enqueued_at = clock_timestamp()
            where business_id = ? and source = ? and feedback_id = ? and revision = ?
            """;

    private final Sql sql;

    ParkedList(Sql sql) {
        this.sql = sql;
    }

    @Transactional
    ParkedPage page(String business, String after, int limit) {
        List<ParkedItem> found = sql.list(
                LIST,
                row -> new ParkedItem(
                        row.getString("id"),
                        row.getString("what"),
                        row.getString("source"),
                        row.getString("feedback_id"),
                        row.getInt("revision"),
                        row.getString("reason"),
                        Sql.instant(row, "parked_at")),
                business,
                after,
                limit + 1);
        boolean more = found.size() > limit;
        List<ParkedItem> shown = more ? found.subList(0, limit) : found;
        return new ParkedPage(shown, more ? shown.getLast().id() : null);
    }

    /** Puts it back into its queue; false if there is no such thing. */
    @Transactional
    boolean retry(String business, String id) {
        return sql.first(
                        TAKE,
                        row -> new Taken(
                                row.getString("what"),
                                row.getString("source"),
                                row.getString("feedback_id"),
                                row.getInt("revision"),
                                row.getInt("reading_seq")),
                        business,
                        id)
                .map(taken -> again(business, taken))
                .isPresent();
    }

    private int again(String business, Taken taken) {
        return "text".equals(taken.what)
                ? sql.update(AGAIN.formatted("scoring_task"), business, taken.source, taken.id, taken.revision)
                : sql.update(
                        AGAIN.formatted("fact_outbox") + " and reading_seq = ?",
                        business,
                        taken.source,
                        taken.id,
                        taken.revision,
                        taken.readingSeq);
    }

    private record Taken(String what, String source, String id, int revision, int readingSeq) {}
}
