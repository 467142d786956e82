package io.rapport.feedback.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.outbox.Onward.Group;
import io.rapport.feedback.outbox.Onward.Reference;
import io.rapport.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The statements of what deliveries bring for metrics-service. */
@ApplicationScoped
public class OnwardQueue {
    private static final int MOST_GROUPS = 50;

    private static final String KEEP = """
            insert into onward (business_id, connection_id, delivery_id, position, body) values (?, ?, ?, ?, ?)
            on conflict (business_id, connection_id, delivery_id, position) do update set body = excluded.body
            """;

    private static final String ENQUEUE = """
            insert into onward_task (business_id, connection_id, delivery_id, position, target) values (?, ?, ?, ?, ?)
            on conflict (business_id, connection_id, delivery_id, position) do update set target = excluded.target
            """;

    private static final String WAITING = """
            select business_id, connection_id, target from
              (select business_id, connection_id, target, sequence from onward_task order by sequence limit 2000) oldest
            group by business_id, connection_id, target order by min(sequence) limit ?
            """;

    private static final String CLAIM = """
            select delivery_id, position, traceparent from onward_task
            where business_id = ? and connection_id = ? and target = ? order by sequence limit ? for update skip locked
            """;

    private static final String READ = """
            select delivery_id, position, body from onward
              join unnest(?, ?) as claimed (delivery_id, position) using (delivery_id, position)
            where business_id = ? and connection_id = ?
            """;

    private static final String DROP = """
            delete from %s t using unnest(?, ?) as claimed (delivery_id, position)
            where t.business_id = ? and t.connection_id = ?
              and t.delivery_id = claimed.delivery_id and t.position = claimed.position
            """;

    private static final String BLAME = """
            update webhook_delivery set outcome = 'failed', detail = ?
            where business_id = ? and connection_id = ? and id = ?
            """;

    private final Sql sql;
    private final Event<Onward.Put> put;

    OnwardQueue(Sql sql, Event<Onward.Put> put) {
        this.sql = sql;
        this.put = put;
    }

    /** Keeps a fact of a delivery until metrics-service has it. */
    public void put(
            String business, String connection, String delivery, int position, Onward.Target target, JsonNode body) {
        sql.update(KEEP, business, connection, delivery, position, body.toString());
        sql.update(ENQUEUE, business, connection, delivery, position, target.label);
        put.fire(new Onward.Put());
    }

    /** Whose facts wait longest. */
    List<Group> waiting() {
        return sql.list(
                WAITING,
                row -> new Group(
                        row.getString("business_id"),
                        row.getString("connection_id"),
                        Onward.Target.of(row.getString("target"))),
                MOST_GROUPS);
    }

    /** Locks the oldest of a group until the end of the transaction; with the traces that they come of. */
    Map<Reference, String> claim(Group group) {
        Map<Reference, String> traces = new java.util.LinkedHashMap<>();
        sql.list(
                CLAIM,
                row -> traces.put(
                        new Reference(row.getString("delivery_id"), row.getInt("position")),
                        row.getString("traceparent")),
                group.business(),
                group.connection(),
                group.target().label,
                500);
        return traces;
    }

    Map<Reference, String> bodies(Group group, Collection<Reference> claimed) {
        Map<Reference, String> bodies = new HashMap<>();
        sql.list(
                READ,
                row -> bodies.put(
                        new Reference(row.getString("delivery_id"), row.getInt("position")), row.getString("body")),
                deliveries(claimed),
                positions(claimed),
                group.business(),
                group.connection());
        return bodies;
    }

    void drop(Group group, Collection<Reference> done) {
        if (!done.isEmpty()) {
            for (String table : List.of("onward", "onward_task")) {
                sql.update(
                        DROP.formatted(table), deliveries(done), positions(done), group.business(), group.connection());
            }
        }
    }

    /** The delivery that brought what is refused has failed; it can be replayed. */
    void blame(Group group, Reference refused, String reason) {
        sql.update(BLAME, reason, group.business(), group.connection(), refused.delivery());
    }

    private static String[] deliveries(Collection<Reference> references) {
        return references.stream().map(Reference::delivery).toArray(String[]::new);
    }

    private static Integer[] positions(Collection<Reference> references) {
        return references.stream().map(Reference::position).toArray(Integer[]::new);
    }
}
