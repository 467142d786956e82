package io.rapport.feedback.privacy;

import io.rapport.feedback.review.FeedbackKey;
import io.rapport.feedback.sql.Sql;
import io.rapport.frame.json.PersonIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Takes away what a person said. Of each feedback a tombstone remains, with its source and id, which nothing revives: the same
 * sent again stays erased. Facts of it that are on their way to metrics-service are waited for, those that wait are dropped.
 */
@ApplicationScoped
class PersonalFeedback {
    private static final String KEYS = """
            select source, feedback_id from feedback where business_id = ? and customer_id = any (?)
            union select source, feedback_id from feedback_history where business_id = ? and customer_id = any (?)
            union select f.source, f.feedback_id from feedback f
              join unnest(?, ?) as k (source, feedback_id) on k.source = f.source and k.feedback_id = f.feedback_id
              where f.business_id = ?
            order by 1, 2
            """;

    private static final String THEIRS =
            " where business_id = ? and (source, feedback_id) in (select * from unnest(?, ?))";

    private static final String LOCK = "select 1 from feedback" + THEIRS + " order by source, feedback_id for update";

    private static final String EMPTY = """
            update feedback set deleted = true, content_hash = 'erased', text = null, rating_value = null, rating_min = null,
              rating_max = null, stars = null, recommends = null, author_name = null, customer_id = null, visitor_id = null,
              channel = null, language = null, url = null, page = null, touchpoint = null, product = null, location = null,
              survey = null, reading = null, reading_label = null, answered_at = null, recorded_by = 'erasure'
            """ + THEIRS;

    // Empty and not null: by its id, a repetition of the delivery is still known.
    private static final String EMPTY_DELIVERY = """
            update webhook_delivery set body = ''::bytea, fetched = null, detail = 'Erased with a person that it carried.'
            where business_id = ? and connection_id = ? and id = ?
            """;

    private static final String DELETE_ONWARD = """
            delete from onward where business_id = ? and connection_id = ? and delivery_id = ? and position = ?
            """;

    private static final String DELETE_ROW =
            "delete from import_rejection where business_id = ? and import_id = ? and row = ?";

    private static final String FORGET_ASKING = "delete from survey_contact where business_id = ? and person = any (?)";

    private final Carriers carriers;
    private final Sql sql;

    PersonalFeedback(Carriers carriers, Sql sql) {
        this.carriers = carriers;
        this.sql = sql;
    }

    /** How much is gone. */
    record Removed(int feedback, int revisions, int replies, int notes, int deliveries, int rejectedRows) {}

    /** Within the transaction of whoever notes that it is done. */
    Removed remove(String business, PersonOrder order) {
        List<FeedbackKey> keys = keys(business, order);
        sql.list(LOCK, row -> 1, business, sources(keys), ids(keys));
        // Whoever delivers a fact holds its row until metrics-service has it.
        delete("fact_outbox", business, keys);
        delete("scoring_task", business, keys);
        delete("parked", business, keys);
        delete("reply_task", business, keys);
        int replies = delete("feedback_reply", business, keys);
        int notes = delete("feedback_note", business, keys);
        delete("feedback_handling", business, keys);
        delete("feedback_tag", business, keys);
        int revisions = delete("feedback_history", business, keys);
        int feedback = sql.update(EMPTY, business, sources(keys), ids(keys));
        PersonIds traces = order.traces(keys);
        int deliveries = emptyDeliveries(business, traces);
        int rejectedRows = deleteRejectedRows(business, traces);
        sql.update(FORGET_ASKING, business, order.persons());
        return new Removed(feedback, revisions, replies, notes, deliveries, rejectedRows);
    }

    /** Which feedback is theirs. */
    List<FeedbackKey> keys(String business, PersonOrder order) {
        String[] customers = order.customers().toArray(String[]::new);
        return sql.list(
                KEYS,
                row -> new FeedbackKey(row.getString(1), row.getString(2)),
                business,
                customers,
                business,
                customers,
                sources(order.feedback()),
                ids(order.feedback()),
                business);
    }

    private int emptyDeliveries(String business, PersonIds traces) {
        carriers.onward(business, traces)
                .forEach(one -> sql.update(DELETE_ONWARD, business, one.connection(), one.delivery(), one.position()));
        List<Carriers.Carrier> found = carriers.deliveries(business, traces);
        found.forEach(one -> sql.update(EMPTY_DELIVERY, business, one.connection(), one.delivery()));
        return found.size();
    }

    private int deleteRejectedRows(String business, PersonIds traces) {
        List<Carriers.Rejected> found = carriers.rejected(business, traces);
        found.forEach(one -> sql.update(DELETE_ROW, business, one.importId(), one.row()));
        return found.size();
    }

    private int delete(String table, String business, List<FeedbackKey> keys) {
        return sql.update("delete from " + table + THEIRS, business, sources(keys), ids(keys));
    }

    private static String[] sources(List<FeedbackKey> keys) {
        return keys.stream().map(FeedbackKey::source).toArray(String[]::new);
    }

    private static String[] ids(List<FeedbackKey> keys) {
        return keys.stream().map(FeedbackKey::id).toArray(String[]::new);
    }
}
