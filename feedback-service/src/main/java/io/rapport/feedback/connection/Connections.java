package io.rapport.feedback.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.api.IdempotencyKey;
import io.rapport.feedback.sql.Sql;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A business's connections, and the connectors that they are of. */
@ApplicationScoped
class Connections {
    private final Map<String, Connector> connectors = new TreeMap<>();
    private final SecretBox box;
    private final Sql sql;
    private final Clock clock;
    private final Caller caller;
    private final String publicUrl;

    Connections(
            @Any Instance<Connector> connectors,
            SecretBox box,
            Sql sql,
            Clock clock,
            Caller caller,
            @ConfigProperty(name = "rapport.public.url") String publicUrl) {
        connectors.forEach(connector -> this.connectors.put(connector.type(), connector));
        this.box = box;
        this.sql = sql;
        this.clock = clock;
        this.caller = caller;
        this.publicUrl = publicUrl;
    }

    @Transactional
    ConnectionCreated create(String business, JsonNode body, IdempotencyKey key) {
        JsonInput input = JsonInput.object(body);
        String type = input.requiredOneOf("type", connectors.keySet());
        Connector connector = type == null ? null : connectors.get(type);
        String name = input.requiredText("name", 200);
        String given = input.text("secret", 200);
        if (connector == null) {
            input.any("mapping");
            input.any("settings");
        } else {
            connector.check(input);
            String rule = given == null ? null : connector.secretRule(given);
            if (rule != null) {
                input.refuse("secret", rule);
            }
        }
        input.finish();

        String id = key.id("cn_" + business.substring(2) + "_", business);
        String hash = IdempotencyKey.hash(body);
        if (key.isGiven()) {
            sql.list("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, id);
            ConnectionEntity before = ConnectionEntity.any(business, id);
            if (before != null) {
                IdempotencyKey.check(before.requestHash, hash, before.deletedAt != null);
                return created(before, box.open(id, before.secret));
            }
        }
        String secret = given == null ? connector.newSecret() : given;
        ConnectionEntity connection = new ConnectionEntity();
        connection.businessId = business;
        connection.id = id;
        connection.type = connector.type();
        connection.name = name;
        connection.secret = box.lock(id, secret);
        connection.mapping = input.has("mapping") ? body.get("mapping").toString() : null;
        connection.settings = input.has("settings") ? body.get("settings").toString() : null;
        connection.requestHash = hash;
        connection.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        connection.createdBy = caller.subject();
        connection.persist();
        return created(connection, secret);
    }

    @Transactional
    ConnectionItem get(String business, String id) {
        return item(live(business, id));
    }

    @Transactional
    ConnectionPage page(String business, String after, int limit) {
        List<ConnectionEntity> found = ConnectionEntity.page(business, after, limit + 1);
        boolean more = found.size() > limit;
        List<ConnectionEntity> shown = more ? found.subList(0, limit) : found;
        return new ConnectionPage(shown.stream().map(this::item).toList(), more ? shown.getLast().id : null);
    }

    /** Ends the connection; what it has brought stays. */
    @Transactional
    void delete(String business, String id) {
        ConnectionEntity connection = live(business, id);
        connection.deletedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        connection.secret = null;
    }

    Connector connector(ConnectionEntity connection) {
        return connectors.get(connection.type);
    }

    String secret(ConnectionEntity connection) {
        return box.open(connection.id, connection.secret);
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

    private String webhookUrl(ConnectionEntity connection) {
        return publicUrl + "/v1/webhooks/" + connection.id;
    }

    private ConnectionItem item(ConnectionEntity connection) {
        return new ConnectionItem(
                connection.id,
                connection.type,
                connection.name,
                webhookUrl(connection),
                ConnectionEntity.tree(connection.mapping),
                ConnectionEntity.tree(connection.settings),
                connection.createdAt);
    }

    private ConnectionCreated created(ConnectionEntity connection, String secret) {
        return new ConnectionCreated(
                connection.id,
                connection.type,
                connection.name,
                webhookUrl(connection),
                secret,
                ConnectionEntity.tree(connection.mapping),
                ConnectionEntity.tree(connection.settings),
                connection.createdAt);
    }
}
