package io.rapport.feedback.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.feedback.connection.Connector.Access;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The secrets and credentials of connections: encrypted at rest, opened for the moment in which they are needed. */
@ApplicationScoped
class ConnectionSecrets {
    private final SecretBox box;
    private final ObjectMapper json;
    private final String publicUrl;

    ConnectionSecrets(SecretBox box, ObjectMapper json, @ConfigProperty(name = "rapport.public.url") String publicUrl) {
        this.box = box;
        this.json = json;
        this.publicUrl = publicUrl;
    }

    String address(ConnectionEntity connection) {
        return publicUrl + "/v1/webhooks/" + connection.id;
    }

    void put(ConnectionEntity connection, String secret) {
        connection.secret = secret == null ? null : box.lock(connection.id, secret);
    }

    String current(ConnectionEntity connection) {
        return connection.secret == null ? null : box.open(connection.id, connection.secret);
    }

    /** Takes another secret; the one before stays valid until then, and not at all where that is null. */
    void rotate(ConnectionEntity connection, String secret, Instant previousUntil) {
        connection.previousSecret = previousUntil == null ? null : connection.secret;
        connection.previousUntil = connection.previousSecret == null ? null : previousUntil;
        put(connection, secret);
    }

    /** The names of the credentials that are set. */
    SortedSet<String> names(ConnectionEntity connection) {
        return new TreeSet<>(credentials(connection).keySet());
    }

    /** Sets the given credentials beside those that are there; an empty or null one is removed. */
    void putCredentials(ConnectionEntity connection, Map<String, String> given) {
        Map<String, String> all = new TreeMap<>(credentials(connection));
        given.forEach((name, value) -> {
            if (value == null) {
                all.remove(name);
            } else {
                all.put(name, value);
            }
        });
        ObjectNode object = json.createObjectNode();
        all.forEach(object::put);
        connection.credentials = all.isEmpty() ? null : box.lock(credentialsOf(connection), object.toString());
    }

    Access access(ConnectionEntity connection, Instant now) {
        List<String> valid = new ArrayList<>(2);
        if (connection.secret != null) {
            valid.add(current(connection));
        }
        if (connection.previousSecret != null && now.isBefore(connection.previousUntil)) {
            valid.add(box.open(connection.id, connection.previousSecret));
        }
        return new Access(valid, credentials(connection), connection.options(), address(connection));
    }

    private Map<String, String> credentials(ConnectionEntity connection) {
        if (connection.credentials == null) {
            return Map.of();
        }
        JsonNode stored = ConnectionEntity.tree(box.open(credentialsOf(connection), connection.credentials));
        Map<String, String> credentials = new TreeMap<>();
        stored.properties()
                .forEach(one -> credentials.put(one.getKey(), one.getValue().textValue()));
        return credentials;
    }

    /** Bound to another name than the secret, so that neither can be put in the other's place. */
    private static String credentialsOf(ConnectionEntity connection) {
        return connection.id + "/credentials";
    }
}
