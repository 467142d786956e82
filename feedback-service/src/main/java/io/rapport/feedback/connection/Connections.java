package io.rapport.feedback.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.rapport.feedback.api.IdempotencyKey;
import io.rapport.feedback.sql.Sql;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Connections: made, changed, given another secret and ended. */
@ApplicationScoped
class Connections {
    private static final int LONGEST_OVERLAP_HOURS = 168;
    private static final int USUAL_OVERLAP_HOURS = 24;

    private final Connectors connectors;
    private final ConnectionSecrets secrets;
    private final ConnectionHealth health;
    private final Polls polls;
    private final Sql sql;
    private final Clock clock;
    private final Caller caller;
    private final Event<ConnectionChanged> changed;

    Connections(
            Connectors connectors,
            ConnectionSecrets secrets,
            ConnectionHealth health,
            Polls polls,
            Sql sql,
            Clock clock,
            Caller caller,
            Event<ConnectionChanged> changed) {
        this.connectors = connectors;
        this.secrets = secrets;
        this.health = health;
        this.polls = polls;
        this.sql = sql;
        this.clock = clock;
        this.caller = caller;
        this.changed = changed;
    }

    @Transactional
    ConnectionCreated create(String business, JsonNode body, IdempotencyKey key) {
        Connector connector = connectors.named(body);
        JsonInput input = JsonInput.object(body);
        input.any("type");
        ConnectionChange asked = ConnectionChange.whole(input, body, connector);
        String id = key.id("cn_" + business.substring(2) + "_", business);
        String hash = IdempotencyKey.hash(body);
        if (key.isGiven()) {
            sql.list("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, id);
            ConnectionEntity before = ConnectionEntity.any(business, id);
            if (before != null) {
                IdempotencyKey.check(before.requestHash, hash, before.deletedAt != null);
                return created(before);
            }
        }
        ConnectionEntity connection = new ConnectionEntity();
        connection.businessId = business;
        connection.id = id;
        connection.type = connector.type();
        connection.name = asked.name();
        connection.mapping = asked.mapping();
        connection.settings = asked.settings();
        connection.requestHash = hash;
        connection.createdAt = now();
        connection.createdBy = caller.subject();
        secrets.put(connection, asked.secret() == null ? madeBy(connector) : asked.secret());
        secrets.putCredentials(connection, asked.credentials());
        connection.persistAndFlush();
        polls.plan(connector, connection);
        return created(connection);
    }

    private static String madeBy(Connector connector) {
        return connector.secretUse() == Connector.SecretUse.OURS ? connector.newSecret() : null;
    }

    @Transactional
    ConnectionItem get(String business, String id) {
        return items(business, List.of(live(business, id))).getFirst();
    }

    @Transactional
    ConnectionPage page(String business, String after, int limit) {
        List<ConnectionEntity> found = ConnectionEntity.page(business, after, limit + 1);
        boolean more = found.size() > limit;
        List<ConnectionEntity> shown = more ? found.subList(0, limit) : found;
        return new ConnectionPage(items(business, shown), more ? shown.getLast().id : null);
    }

    /** Changes what is given; what waits is read by it, and so is what is replayed. */
    @Transactional
    ConnectionItem change(String business, String id, JsonNode body) {
        ConnectionEntity connection = changing(business, id);
        Connector connector = connector(connection);
        ConnectionChange asked = ConnectionChange.part(JsonInput.object(body), body, connector);
        if (asked.name() != null) {
            connection.name = asked.name();
        }
        if (body.has("mapping")) {
            connection.mapping = asked.mapping();
        }
        if (body.has("settings")) {
            connection.settings = asked.settings();
        }
        secrets.putCredentials(connection, asked.credentials());
        connection.flush();
        polls.plan(connector, connection);
        return items(business, List.of(connection)).getFirst();
    }

    /** Gives it another secret, and lets the one before be valid for a while. */
    @Transactional
    ConnectionRotated rotate(String business, String id, JsonNode body, IdempotencyKey key) {
        ConnectionEntity connection = changing(business, id);
        connection.lock();
        Connector connector = connector(connection);
        JsonInput input = JsonInput.object(body == null ? JsonNodeFactory.instance.objectNode() : body);
        String given = ConnectionChange.secret(input, connector);
        Integer hours = input.integer("overlapHours", 0, LONGEST_OVERLAP_HOURS);
        if (given == null && connector.secretUse() == Connector.SecretUse.THEIRS) {
            input.refuse("secret", "is required: the source makes it");
        }
        input.finish();
        if (connector.secretUse() == Connector.SecretUse.NONE) {
            throw Problems.conflict("Connections of this type have no secret; change their credentials instead.");
        }
        if (key.isGiven() && key.value().equals(connection.rotationKey)) {
            return rotated(connection);
        }
        Instant now = now();
        boolean abrupt = hours != null && hours == 0;
        if (!abrupt && connection.previousUntil != null && now.isBefore(connection.previousUntil)) {
            throw Problems.conflict("The secret was changed not long ago, and the one before is valid until "
                    + connection.previousUntil + ". With overlapHours 0 both end within a second.");
        }
        Duration overlap = Duration.ofHours(hours == null ? USUAL_OVERLAP_HOURS : hours);
        secrets.rotate(connection, given == null ? connector.newSecret() : given, abrupt ? null : now.plus(overlap));
        connection.rotationKey = key.value();
        return rotated(connection);
    }

    /** Ends the connection; what it has brought stays. */
    @Transactional
    void delete(String business, String id) {
        ConnectionEntity connection = changing(business, id);
        connection.deletedAt = now();
        connection.secret = null;
        connection.previousSecret = null;
        connection.previousUntil = null;
        connection.credentials = null;
        polls.end(business, id);
    }

    private ConnectionEntity changing(String business, String id) {
        ConnectionEntity connection = live(business, id);
        changed.fire(new ConnectionChanged(id));
        return connection;
    }

    Connector connector(ConnectionEntity connection) {
        return connectors.of(connection.type);
    }

    Connector.Access access(ConnectionEntity connection) {
        return secrets.access(connection, clock.instant());
    }

    /** Whether something must be fetched before a delivery can be read. */
    boolean mustFetch(ConnectionEntity connection) {
        return connector(connection) instanceof Fetching;
    }

    static ConnectionEntity live(String business, String id) {
        ConnectionEntity found = isId(id) ? ConnectionEntity.live(business, id) : null;
        if (found == null) {
            throw Problems.notFound("The connection");
        }
        return found;
    }

    static boolean isId(String id) {
        return id.matches("cn_[a-z2-7]{16}_[a-z2-7]{16}");
    }

    /** The business that a connection's id names. */
    static String businessOf(String id) {
        return "b_" + id.substring(3, 19);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private List<ConnectionItem> items(String business, List<ConnectionEntity> connections) {
        Map<String, ConnectionItem.Health> states = health.of(business, connections, connectors);
        return connections.stream()
                .map(connection -> item(connection, states.get(connection.id)))
                .toList();
    }

    private ConnectionItem item(ConnectionEntity connection, ConnectionItem.Health state) {
        return new ConnectionItem(
                connection.id,
                connection.type,
                connection.name,
                secrets.address(connection),
                connection.secret != null,
                previousUntil(connection),
                List.copyOf(secrets.names(connection)),
                ConnectionEntity.tree(connection.mapping),
                ConnectionEntity.tree(connection.settings),
                state,
                connection.createdAt);
    }

    private ConnectionCreated created(ConnectionEntity connection) {
        return new ConnectionCreated(
                connection.id,
                connection.type,
                connection.name,
                secrets.address(connection),
                secrets.current(connection),
                List.copyOf(secrets.names(connection)),
                ConnectionEntity.tree(connection.mapping),
                ConnectionEntity.tree(connection.settings),
                connection.createdAt);
    }

    private ConnectionRotated rotated(ConnectionEntity connection) {
        return new ConnectionRotated(connection.id, secrets.current(connection), previousUntil(connection));
    }

    private Instant previousUntil(ConnectionEntity connection) {
        boolean valid = connection.previousUntil != null && clock.instant().isBefore(connection.previousUntil);
        return valid ? connection.previousUntil : null;
    }
}
