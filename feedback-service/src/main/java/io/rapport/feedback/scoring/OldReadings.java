package io.rapport.feedback.scoring;

import io.rapport.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The statements that find readings of old models and have their texts read anew. */
@ApplicationScoped
class OldReadings {
    private static final String BUSINESSES = "select distinct business_id from reading_model where model <> ?";

    private static final String CLAIM = """
            select business_id, model from reading_model where model <> ? and business_id = any (?)
            order by looked_at limit ? for update skip locked
            """;

    private static final String WAITING = """
            select exists (select from scoring_task where parked_at is null and priority = 0),
              (select count(*) from (
                select from scoring_task where parked_at is null and priority = 1 limit ?) again)
            """;

    private static final String ENQUEUE = """
            insert into scoring_task (business_id, source, feedback_id, revision, priority)
            select f.business_id, f.source, f.feedback_id, f.revision, 1 from feedback f
            where f.business_id = ? and not f.deleted and %s
              and not exists (select from scoring_task t where t.business_id = f.business_id and t.source = f.source
                and t.feedback_id = f.feedback_id and t.revision = f.revision)
            order by f.occurred_at desc limit ?
            on conflict do nothing
            """;

    private static final String ENQUEUE_OLD = ENQUEUE.formatted("f.reading_model = ?");
    private static final String ENQUEUE_ALL = ENQUEUE.formatted("f.reading is not null");

    private static final String LOOKED =
            "update reading_model set looked_at = clock_timestamp() where business_id = ? and model = ?";

    // After the row was locked: whoever stores a reading of this model waits for the lock, and notes it again.
    private static final String FORGET = """
            delete from reading_model where business_id = ? and model = ? and not exists (
              select from feedback f where f.business_id = ? and f.reading_model = ? and not f.deleted)
            """;

    private static final String LEFT = """
            select count(*) from feedback
            where business_id = any (?) and reading_model is not null and reading_model <> ? and not deleted
            """;

    // Before the tasks are ended: the search for old readings locks these rows first, too.
    private static final String NOTE = """
            insert into reading_model (business_id, model) select business_id, model from unnest(?, ?) as read (business_id, model)
            on conflict (business_id, model) do update set model = excluded.model
            """;

    private final Sql sql;

    OldReadings(Sql sql) {
        this.sql = sql;
    }

    /** A business that may have readings of a model. */
    record Made(String business, String model) {}

    /** Whether new texts wait, and how many old ones do. */
    record Waiting(boolean anyNew, int old) {}

    /** Who has readings of another model. */
    Set<String> businesses(String current) {
        return Set.copyOf(sql.list(BUSINESSES, row -> row.getString(1), current));
    }

    Waiting waiting(int most) {
        return sql.list(WAITING, row -> new Waiting(row.getBoolean(1), row.getInt(2)), most)
                .getFirst();
    }

    /** Locks the entries of old models, those not looked at for longest first, until the end of the transaction. */
    List<Made> claim(String current, Set<String> businesses, int most) {
        return sql.list(
                CLAIM,
                row -> new Made(row.getString(1), row.getString(2)),
                current,
                businesses.toArray(String[]::new),
                most);
    }

    /** Has the newest texts with readings of that model read anew; returns how many. */
    int enqueue(Made old, int most) {
        sql.update(LOOKED, old.business(), old.model());
        return sql.update(ENQUEUE_OLD, old.business(), old.model(), most);
    }

    /** Has the business's newest texts that were read before read anew; returns how many. */
    int enqueueAll(String business, int most) {
        return sql.update(ENQUEUE_ALL, business, most);
    }

    /** The business has no reading of that model any more, if that is so. */
    void forget(Made old) {
        sql.update(FORGET, old.business(), old.model(), old.business(), old.model());
    }

    long left(Set<String> businesses, String current) {
        return sql.list(LEFT, row -> row.getLong(1), businesses.toArray(String[]::new), current)
                .getFirst();
    }

    /** Remembers that these readings are there; in one order for all, so that none waits for one that waits for it. */
    void note(Collection<Made> made) {
        List<Made> different = made.stream()
                .filter(one -> one.model() != null)
                .distinct()
                .sorted(Comparator.comparing(Made::business).thenComparing(Made::model))
                .toList();
        sql.update(
                NOTE,
                different.stream().map(Made::business).toArray(String[]::new),
                different.stream().map(Made::model).toArray(String[]::new));
    }
}
