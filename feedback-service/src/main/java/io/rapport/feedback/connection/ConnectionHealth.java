package io.rapport.feedback.connection;

import io.rapport.feedback.connection.ConnectionItem.Health;
import io.rapport.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How connections are doing, from their deliveries and what waits. */
@ApplicationScoped
class ConnectionHealth {
    private static final String STATES = """
            select c.id, p.polled_at, p.failure as poll_failure, p.failed_at as poll_failed_at,
              (select d.received_at from webhook_delivery d where d.business_id = c.business_id
                 and d.connection_id = c.id and d.outcome not in ('rejected', 'tested')
               order by d.sequence desc limit 1) as delivered_at,
              (select d.settled_at from webhook_delivery d where d.business_id = c.business_id
                 and d.connection_id = c.id and d.outcome = 'processed'
               order by d.sequence desc limit 1) as succeeded_at,
              f.settled_at as failed_at, f.detail,
              (select count(*) from webhook_delivery d where d.business_id = c.business_id
                 and d.connection_id = c.id and d.outcome = 'failed') as failed,
              (select count(*) from delivery_task t where t.business_id = c.business_id
                 and t.connection_id = c.id) as waiting,
              (select min(t.enqueued_at) from delivery_task t where t.business_id = c.business_id
                 and t.connection_id = c.id) as waiting_since
            from connection c
              left join connection_cursor p on p.business_id = c.business_id and p.connection_id = c.id
              left join lateral
                (select d.settled_at, d.detail from webhook_delivery d where d.business_id = c.business_id
                   and d.connection_id = c.id and d.outcome = 'failed' order by d.sequence desc limit 1) f on true
            where c.business_id = ? and c.id = any (?)
            """;

    private final Sql sql;

    ConnectionHealth(Sql sql) {
        this.sql = sql;
    }

    Map<String, Health> of(String business, List<ConnectionEntity> connections, Connectors connectors) {
        Map<String, Boolean> secretMissing = new HashMap<>();
        for (ConnectionEntity one : connections) {
            boolean needed = connectors.of(one.type).secretUse() != Connector.SecretUse.NONE;
            secretMissing.put(one.id, needed && one.secret == null);
        }
        Map<String, Health> states = new HashMap<>();
        sql.list(
                STATES,
                row -> states.put(row.getString("id"), health(row, secretMissing.get(row.getString("id")))),
                business,
                connections.stream().map(one -> one.id).toArray(String[]::new));
        return states;
    }

    private static Health health(ResultSet row, boolean secretMissing) throws SQLException {
        Instant polled = Sql.instant(row, "polled_at");
        Instant succeeded = later(Sql.instant(row, "succeeded_at"), polled);
        Instant failedDelivery = Sql.instant(row, "failed_at");
        Instant failedPoll = Sql.instant(row, "poll_failed_at");
        Instant failed = later(failedDelivery, failedPoll);
        boolean pollIsLast = failed != null && failed.equals(failedPoll);
        return new Health(
                status(secretMissing, succeeded, failed),
                Sql.instant(row, "delivered_at"),
                succeeded,
                failed,
                pollIsLast ? row.getString("poll_failure") : row.getString("detail"),
                row.getLong("waiting"),
                Sql.instant(row, "waiting_since"),
                row.getLong("failed"));
    }

    private static String status(boolean secretMissing, Instant succeeded, Instant failed) {
        if (secretMissing) {
            return "secret_missing";
        }
        if (failed != null && (succeeded == null || failed.isAfter(succeeded))) {
            return "failing";
        }
        return succeeded == null ? "new" : "ok";
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }
}
