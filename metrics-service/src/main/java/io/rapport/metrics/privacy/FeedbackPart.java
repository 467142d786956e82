package io.rapport.metrics.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.metrics.identity.Person;
import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * feedback-service's part of an erasure: what was said, and what carried it. Whose a feedback is by its visitor is known here
 * alone, so the order names each one; it is made before anything that tells so is gone, and is kept until the part is done.
 *
 * @param ordered whom to forget; null before that is known, and when it is done
 * @param removed what was done, in counts; null until then
 */
public record FeedbackPart(JsonNode ordered, JsonNode removed, Instant finishedAt) {
    static final String SERVICE = "feedback-service";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A part that is to be done, by the erasure that it is of. */
    public record Task(String businessId, String id) {}

    static void add(Connection connection, Erasure one) throws SQLException {
        Sql.of(
                        "insert into erasure_part (business_id, erasure_id, service) values (?, ?, ?)",
                        one.business(),
                        one.id(),
                        SERVICE)
                .update(connection);
    }

    /** Notes whom to forget, where the part was ordered. */
    static void order(Connection connection, Erasure one, Person person) throws SQLException {
        int ordered = Sql.of(
                        "update erasure_part set ordered = jsonb_build_object('customers', to_jsonb(?::text[]),"
                                + " 'visitors', to_jsonb(?::text[]), 'addresses', to_jsonb(?::text[]),"
                                + " 'feedback', coalesce((select"
                                + " jsonb_agg(jsonb_build_object('source', f.source, 'id', f.id))"
                                + " from feedback_current f where f.business_id = erasure_part.business_id",
                        person.customers().toArray(String[]::new),
                        person.visitors().toArray(String[]::new),
                        person.addresses().toArray(String[]::new))
                .add("and (f.customer_id = any (?)", (Object) person.customers().toArray(String[]::new))
                .add("or f.customer_id is null and f.visitor_id = any (?)", (Object)
                        person.visitors().toArray(String[]::new))
                .add("and owner_of_visitor(f.business_id, f.visitor_id, f.occurred_at) = ?)), '[]'))", person.knownAs())
                .add("where business_id = ? and erasure_id = ? and service = ?", one.business(), one.id(), SERVICE)
                .update(connection);
        if (ordered > 0) {
            Sql.of(
                            "insert into erasure_part_task (business_id, erasure_id, service) values (?, ?, ?)"
                                    + " on conflict do nothing",
                            one.business(),
                            one.id(),
                            SERVICE)
                    .update(connection);
        }
    }

    static List<Task> waiting(Connection connection, int most) throws SQLException {
        return Sql.of(
                        "select business_id, erasure_id from erasure_part_task where service = ? order by random() limit ?",
                        SERVICE,
                        most)
                .list(connection, row -> new Task(row.getString(1), row.getString(2)));
    }

    static Optional<FeedbackPart> find(Connection connection, String business, String id) throws SQLException {
        return Sql.of(
                        "select ordered, removed, finished_at from erasure_part where business_id = ? and erasure_id = ?"
                                + " and service = ? for update",
                        business,
                        id,
                        SERVICE)
                .list(connection, FeedbackPart::read)
                .stream()
                .findFirst();
    }

    /** Notes what was done, and forgets whom it was of. */
    static void finish(Connection connection, String business, String id, JsonNode removed, Instant now)
            throws SQLException {
        Sql.of(
                        "update erasure_part set ordered = null, removed = ?::jsonb, finished_at = ?"
                                + " where business_id = ? and erasure_id = ? and service = ? and finished_at is null",
                        removed.toString(),
                        now,
                        business,
                        id,
                        SERVICE)
                .update(connection);
        Sql.of(
                        "delete from erasure_part_task where business_id = ? and erasure_id = ? and service = ?",
                        business,
                        id,
                        SERVICE)
                .update(connection);
    }

    String[] customers() {
        return ordered.path("customers").valueStream().map(JsonNode::asText).toArray(String[]::new);
    }

    boolean isDone() {
        return finishedAt != null;
    }

    long count(String what) {
        return removed == null ? 0 : removed.path(what).asLong();
    }

    private static FeedbackPart read(ResultSet row) throws SQLException {
        return new FeedbackPart(
                tree(row.getString("ordered")), tree(row.getString("removed")), Sql.instant(row, "finished_at"));
    }

    private static JsonNode tree(String text) {
        try {
            return text == null ? null : JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("PostgreSQL returned JSON that can't be read", impossible);
        }
    }
}
