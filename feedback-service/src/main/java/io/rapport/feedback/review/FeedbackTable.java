package io.rapport.feedback.review;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.feedback.review.Revisions.Revision;
import io.rapport.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statements that change the tables of feedback and put what follows into the queues. */
@ApplicationScoped
class FeedbackTable {
    private static final String INSERT = """
            insert into %s (business_id, %s, recorded_at, recorded_by, origin)
            select ?, %s, clock_timestamp(), ?, ? from jsonb_to_recordset(cast(? as jsonb)) as new %s
            """;

    // In one order for all, so that two batches can't wait for each other; what is there already is locked, not
    // changed.
    private static final String INSERT_NEW =
            INSERT.formatted("feedback", FeedbackRows.CONTENT, FeedbackRows.CONTENT, FeedbackRows.RECORD) + """
            order by new.source collate "C", new.feedback_id collate "C"
            on conflict (business_id, source, feedback_id) do update set revision = feedback.revision where false
            returning source, feedback_id
            """;

    private static final String LOCK = """
            select revision from feedback where business_id = ? and source = ? and feedback_id = ? for update
            """;

    private static final String INSERT_HISTORY =
            INSERT.formatted("feedback_history", FeedbackRows.CONTENT, FeedbackRows.CONTENT, FeedbackRows.RECORD);

    private static final String KEEP = """
            insert into feedback_history (%s) select %s from feedback
            where business_id = ? and source = ? and feedback_id = ?
            """.formatted(FeedbackRows.ALL, FeedbackRows.ALL);

    // In place, so that whoever waits for the row's lock finds it again afterwards.
    private static final String REPLACE =
            """
            update feedback set (%s, recorded_at, recorded_by, origin, reading_seq, reading, reading_label) =
              (select %s, clock_timestamp(), ?, ?, 0, null::jsonb, null::text
               from jsonb_to_record(cast(? as jsonb)) as new %s)
            where business_id = ? and source = ? and feedback_id = ?
            """.formatted(FeedbackRows.CONTENT, FeedbackRows.CONTENT, FeedbackRows.RECORD);

    private static final String REVISIONS = """
            select r.source, r.feedback_id, r.revision, r.deleted, r.content_hash, r.kind, r.occurred_at
            from unnest(?, ?) as wanted (source, feedback_id)
            join lateral (
              select source, feedback_id, revision, deleted, content_hash, kind, occurred_at from feedback f
              where f.business_id = ? and f.source = wanted.source and f.feedback_id = wanted.feedback_id
              union all
              select source, feedback_id, revision, deleted, content_hash, kind, occurred_at from feedback_history h
              where h.business_id = ? and h.source = wanted.source and h.feedback_id = wanted.feedback_id
            ) r on true
            """;

    private static final String ENQUEUE = """
            insert into %s select ?, new.source, new.feedback_id, new.revision%s
            from unnest(?, ?, ?) with ordinality as new (source, feedback_id, revision, position) order by position
            """;

    private static final String ENQUEUE_FACTS =
            ENQUEUE.formatted("fact_outbox (business_id, source, feedback_id, revision, reading_seq)", ", 0");

    private static final String ENQUEUE_TEXTS =
            ENQUEUE.formatted("scoring_task (business_id, source, feedback_id, revision)", "");

    private final Sql sql;

    FeedbackTable(Sql sql) {
        this.sql = sql;
    }

    /** Inserts what isn't there yet and locks what is; returns what was inserted. Each key may occur once. */
    Set<FeedbackKey> insertOrLock(String business, Collection<ObjectNode> rows, Provenance by) {
        return new HashSet<>(sql.list(
                INSERT_NEW,
                row -> new FeedbackKey(row.getString(1), row.getString(2)),
                business,
                by.actor(),
                by.origin(),
                array(rows)));
    }

    /** Locks the feedback; false if it isn't there. */
    boolean lock(String business, FeedbackKey key) {
        return !sql.list(LOCK, row -> row.getInt(1), business, key.source(), key.id())
                .isEmpty();
    }

    void insertHistory(String business, ObjectNode row, Provenance by) {
        sql.update(INSERT_HISTORY, business, by.actor(), by.origin(), array(List.of(row)));
    }

    /** Moves the current revision to the history and puts another in its place. */
    void supersede(String business, FeedbackKey key, ObjectNode row, Provenance by) {
        sql.update(KEEP, business, key.source(), key.id());
        sql.update(REPLACE, by.actor(), by.origin(), row.toString(), business, key.source(), key.id());
    }

    Map<FeedbackKey, Revisions> revisions(String business, Collection<FeedbackKey> keys) {
        Map<FeedbackKey, Map<Integer, Revision>> found = new HashMap<>();
        sql.list(
                REVISIONS,
                row -> found.computeIfAbsent(
                                new FeedbackKey(row.getString("source"), row.getString("feedback_id")),
                                key -> new HashMap<>())
                        .put(
                                row.getInt("revision"),
                                new Revision(
                                        row.getBoolean("deleted"),
                                        row.getString("content_hash"),
                                        row.getString("kind"),
                                        Sql.instant(row, "occurred_at"))),
                keys.stream().map(FeedbackKey::source).toArray(String[]::new),
                keys.stream().map(FeedbackKey::id).toArray(String[]::new),
                business,
                business);
        Map<FeedbackKey, Revisions> revisions = new HashMap<>();
        keys.forEach(key -> revisions.put(key, new Revisions(found.getOrDefault(key, Map.of()))));
        return revisions;
    }

    void enqueueFacts(String business, List<StoredRevision> stored) {
        enqueue(ENQUEUE_FACTS, business, stored);
    }

    void enqueueTexts(String business, List<StoredRevision> stored) {
        enqueue(ENQUEUE_TEXTS, business, stored);
    }

    private void enqueue(String statement, String business, List<StoredRevision> stored) {
        if (!stored.isEmpty()) {
            sql.update(
                    statement,
                    business,
                    stored.stream().map(revision -> revision.key().source()).toArray(String[]::new),
                    stored.stream().map(revision -> revision.key().id()).toArray(String[]::new),
                    stored.stream().map(StoredRevision::revision).toArray(Integer[]::new));
        }
    }

    private static String array(Collection<ObjectNode> rows) {
        return JsonNodeFactory.instance.arrayNode().addAll(rows).toString();
    }
}
