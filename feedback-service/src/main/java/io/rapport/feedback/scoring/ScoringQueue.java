package io.rapport.feedback.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.review.FeedbackKey;
import io.rapport.feedback.review.FeedbackRows;
import io.rapport.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The statements of the queue of texts that are to be read. */
@ApplicationScoped
class ScoringQueue {
    private static final String WAITING = """
            select distinct business_id from
              (select business_id from scoring_task where parked_at is null order by priority, sequence limit ?) oldest
            """;

    private static final String CLAIM = """
            select t.business_id, t.source, t.feedback_id, t.revision, t.traceparent, t.priority > 0 as again, f.kind, f.language, f.text,
              f.rating_value, f.rating_min, f.rating_max, f.recommends
            from (
              select * from scoring_task where parked_at is null and business_id = any (?)
              order by priority, sequence limit ? for update skip locked
            ) t
            left join lateral (
              select * from feedback f where f.business_id = t.business_id and f.source = t.source
                and f.feedback_id = t.feedback_id and f.revision = t.revision and not f.deleted limit 1) f on true
            order by t.priority, t.sequence
            """;

    // The lock comes first: an edit that is under way ends before, and then the revision is no longer the current one.
    private static final String STORE = """
            update feedback set reading = cast(? as jsonb), reading_label = ?, reading_seq = reading_seq + 1
            where business_id = ? and source = ? and feedback_id = ? and revision = ? and not deleted
              and reading is distinct from cast(? as jsonb)
            returning reading_seq
            """;

    private static final String ANNOUNCE = """
            insert into fact_outbox (business_id, source, feedback_id, revision, reading_seq, traceparent)
            values (?, ?, ?, ?, ?, ?)
            """;

    private static final String PARK = """
            with task as (
              update scoring_task set parked_at = clock_timestamp()
              where business_id = ? and source = ? and feedback_id = ? and revision = ?)
            insert into parked (business_id, id, what, source, feedback_id, revision, reading_seq, reason)
            values (?, ?, 'text', ?, ?, ?, 0, ?)
            on conflict (business_id, what, source, feedback_id, revision, reading_seq)
              do update set reason = excluded.reason, parked_at = clock_timestamp()
            """;

    private static final String DROP = """
            delete from scoring_task t using unnest(?, ?, ?, ?) as done (business_id, source, feedback_id, revision)
            where t.business_id = done.business_id and t.source = done.source
              and t.feedback_id = done.feedback_id and t.revision = done.revision
            """;

    private static final String AGAIN = """
            update scoring_task t set priority = 1
            from unnest(?, ?, ?, ?) as stale (business_id, source, feedback_id, revision)
            where t.business_id = stale.business_id and t.source = stale.source
              and t.feedback_id = stale.feedback_id and t.revision = stale.revision
            """;

    private final Sql sql;

    ScoringQueue(Sql sql) {
        this.sql = sql;
    }

    /** Whose texts wait longest. */
    Set<String> businessesWaiting(int most) {
        return Set.copyOf(sql.list(WAITING, row -> row.getString(1), most));
    }

    /** Locks the oldest tasks until the end of the transaction; a superseded one has no text. */
    List<Document> claim(Set<String> businesses, int most) {
        return sql.list(
                CLAIM,
                row -> new Document(
                        row.getString("business_id"),
                        new FeedbackKey(row.getString("source"), row.getString("feedback_id")),
                        row.getInt("revision"),
                        row.getString("kind"),
                        row.getString("language"),
                        row.getString("text"),
                        FeedbackRows.rating(row),
                        row.getBoolean("again"),
                        row.getString("traceparent")),
                businesses.toArray(String[]::new),
                most);
    }

    /**
     * Stores the reading and puts the fact into the outbox, unless the revision was superseded in the meantime or the reading
     * is what it was; says whether it did.
     */
    boolean store(Document document, JsonNode reading) {
        Optional<Integer> stored = sql.first(
                STORE,
                row -> row.getInt(1),
                reading.toString(),
                reading.path("label").textValue(),
                document.business(),
                document.key().source(),
                document.key().id(),
                document.revision(),
                reading.toString());
        stored.ifPresent(sequence -> sql.update(
                ANNOUNCE,
                document.business(),
                document.key().source(),
                document.key().id(),
                document.revision(),
                sequence,
                document.traceParent()));
        return stored.isPresent();
    }

    void drop(Collection<Document> documents) {
        all(DROP, documents);
    }

    /** Leaves the texts in the queue, behind new ones. */
    void again(Collection<Document> documents) {
        all(AGAIN, documents);
    }

    private void all(String statement, Collection<Document> documents) {
        if (!documents.isEmpty()) {
            sql.update(
                    statement,
                    documents.stream().map(Document::business).toArray(String[]::new),
                    documents.stream().map(document -> document.key().source()).toArray(String[]::new),
                    documents.stream().map(document -> document.key().id()).toArray(String[]::new),
                    documents.stream().map(Document::revision).toArray(Integer[]::new));
        }
    }

    void park(Document document, String id, String reason) {
        String business = document.business();
        String source = document.key().source();
        String feedback = document.key().id();
        int revision = document.revision();
        sql.update(PARK, business, source, feedback, revision, business, id, source, feedback, revision, reason);
    }
}
