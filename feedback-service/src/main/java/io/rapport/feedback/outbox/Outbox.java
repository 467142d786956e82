package io.rapport.feedback.outbox;

import io.rapport.feedback.review.FeedbackRows;
import io.rapport.feedback.review.StoredFeedback;
import io.rapport.feedback.sql.Sql;
import io.rapport.feedback.sql.WorkerSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statements of the queue of facts that are to be delivered. */
@ApplicationScoped
class Outbox {
    private static final int MOST_BUSINESSES = 50;

    private static final String WAITING = """
            select business_id from
              (select business_id, sequence from fact_outbox where parked_at is null order by sequence limit ?) oldest
            group by business_id order by min(sequence) limit ?
            """;

    private static final String CLAIM = """
            select business_id, source, feedback_id, revision, reading_seq, traceparent from fact_outbox
            where parked_at is null and business_id = any (?) order by sequence limit ? for update skip locked
            """;

    private static final String CLAIMED =
            "unnest(?, ?, ?, ?, ?) as claimed" + " (business_id, source, feedback_id, revision, reading_seq)";

    // Each by its key, whatever the planner believes of how much feedback there is.
    private static final String READ = "select " + FeedbackRows.ALL + " from unnest(?, ?, ?, ?) as claimed"
            + " (of_business, of_source, of_id, of_revision) cross join lateral (select * from %s where business_id = of_business"
            + " and source = of_source and feedback_id = of_id and revision = of_revision limit 1) as kept";

    private static final String READ_ALL =
            READ.formatted("feedback") + " union all " + READ.formatted("feedback_history");

    private static final String DROP = "delete from fact_outbox f using " + CLAIMED + """
             where f.business_id = claimed.business_id and f.source = claimed.source
               and f.feedback_id = claimed.feedback_id and f.revision = claimed.revision
               and f.reading_seq = claimed.reading_seq
            """;

    private static final String PARK = """
            with task as (
              update fact_outbox set parked_at = clock_timestamp()
              where business_id = ? and source = ? and feedback_id = ? and revision = ? and reading_seq = ?)
            insert into parked (business_id, id, what, source, feedback_id, revision, reading_seq, reason)
            values (?, ?, 'fact', ?, ?, ?, ?, ?)
            on conflict (business_id, what, source, feedback_id, revision, reading_seq)
              do update set reason = excluded.reason, parked_at = clock_timestamp()
            """;

    // Transactions under way may commit feedback that no query sees yet; only claims are known to bring none.
    private static final String HORIZON = """
            select least(clock_timestamp(), min(xact_start)) as horizon from pg_stat_activity
            where datname = current_database() and usename = current_user and application_name <> ?
              and pid <> pg_backend_pid()
            """;

    // A webhook's delivery is acknowledged before its feedback is known, so it counts as feedback that waits; not so a
    // mere
    // notice of something that is still to be fetched, which a source that is away would hold everybody's figures up
    // with.
    private static final String OLDEST_WAITING = """
            select least(
              (select enqueued_at from fact_outbox f where parked_at is null and (reading_seq = 0 or acknowledged)
                and not exists (select from """ + " " + CLAIMED + """
             where f.business_id = claimed.business_id and f.source = claimed.source
               and f.feedback_id = claimed.feedback_id and f.revision = claimed.revision
               and f.reading_seq = claimed.reading_seq)
               order by enqueued_at limit 1),
              (select enqueued_at from onward_task order by enqueued_at limit 1),
              (select enqueued_at from delivery_task where not to_fetch order by enqueued_at limit 1)) as oldest
            """;

    private final Sql sql;
    private final FeedbackRows rows;

    Outbox(Sql sql, FeedbackRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** Whose facts wait longest. */
    Set<String> businessesWaiting(int most) {
        return Set.copyOf(sql.list(WAITING, row -> row.getString(1), most, MOST_BUSINESSES));
    }

    /** Locks the oldest facts until the end of the transaction. */
    List<Claimed> claim(Set<String> businesses, int most) {
        return sql.list(
                CLAIM,
                row -> new Claimed(
                        new FactReference(
                                row.getString("business_id"),
                                row.getString("source"),
                                row.getString("feedback_id"),
                                row.getInt("revision"),
                                row.getInt("reading_seq")),
                        row.getString("traceparent")),
                businesses.toArray(String[]::new),
                most);
    }

    /** A fact that waits, and the trace that it comes of. */
    record Claimed(FactReference fact, String traceParent) {}

    /** What the claimed facts say, by their references; one whose feedback was erased is missing. */
    Map<FactReference, Fact> read(List<FactReference> claimed) {
        Map<FactReference, StoredFeedback> revisions = new HashMap<>();
        Object[] keys = keys(claimed);
        Object[] twice = {keys[0], keys[1], keys[2], keys[3], keys[0], keys[1], keys[2], keys[3]};
        for (StoredFeedback stored : sql.list(READ_ALL, rows::read, twice)) {
            revisions.put(revision(stored), stored);
        }
        Map<FactReference, Fact> facts = new HashMap<>();
        for (FactReference reference : claimed) {
            StoredFeedback stored = revisions.get(new FactReference(
                    reference.business(), reference.source(), reference.id(), reference.revision(), 0));
            if (stored != null) {
                facts.put(reference, Fact.of(reference, stored));
            }
        }
        return facts;
    }

    void drop(Collection<FactReference> delivered) {
        if (!delivered.isEmpty()) {
            sql.update(DROP, keys(delivered));
        }
    }

    void park(FactReference fact, String id, String reason) {
        String business = fact.business();
        sql.update(
                PARK,
                business,
                fact.source(),
                fact.id(),
                fact.revision(),
                fact.readingSeq(),
                business,
                id,
                fact.source(),
                fact.id(),
                fact.revision(),
                fact.readingSeq(),
                reason);
    }

    /** A moment before which everything that was acknowledged is visible to the statements that follow. */
    Instant horizon() {
        return sql.first(HORIZON, row -> Sql.instant(row, "horizon"), WorkerSession.NAME)
                .orElseThrow();
    }

    /** When the oldest feedback that waits, other than the claimed, was stored; null if none waits. */
    Instant oldestWaitingBut(Collection<FactReference> claimed) {
        // A list and not an Optional's stream, since the value may be null.
        return sql.list(OLDEST_WAITING, row -> Sql.instant(row, "oldest"), keys(claimed))
                .getFirst();
    }

    private static FactReference revision(StoredFeedback stored) {
        return new FactReference(
                stored.business(), stored.content().source(), stored.content().id(), stored.revision(), 0);
    }

    private static Object[] keys(Collection<FactReference> facts) {
        return new Object[] {
            facts.stream().map(FactReference::business).toArray(String[]::new),
            facts.stream().map(FactReference::source).toArray(String[]::new),
            facts.stream().map(FactReference::id).toArray(String[]::new),
            facts.stream().map(FactReference::revision).toArray(Integer[]::new),
            facts.stream().map(FactReference::readingSeq).toArray(Integer[]::new)
        };
    }
}
