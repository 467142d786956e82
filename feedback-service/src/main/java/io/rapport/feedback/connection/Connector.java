package io.rapport.feedback.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is special about one kind of outside source. Each has a package of its own beside {@code standardwebhooks}, with one
 * bean that implements this; everything else (storing before acknowledging, deduplication, replay, rotation, health) is the
 * same for all. One that must ask the source for what a message means is also {@link Fetching}; one whose source doesn't call
 * us is {@link Polling}.
 */
public interface Connector {
    /** As it stands in a connection's {@code type}. */
    String type();

    /** Who makes the secret that deliveries are checked with. */
    SecretUse secretUse();

    /** A secret of the form that the source uses; asked for only where it is {@link SecretUse#OURS}. */
    default String newSecret() {
        return SecretText.random("");
    }

    /** Why the secret is none for this source; null if it is one. */
    default String secretRule(String secret) {
        return SecretText.rule(secret);
    }

    /** The names of what is needed to ask the source, or to answer its handshake: {@code apiKey} and the like. */
    default Set<String> credentials() {
        return Set.of();
    }

    /** Those of the credentials that there must be. */
    default Set<String> requiredCredentials() {
        return Set.of();
    }

    /** Reads {@code mapping} and {@code settings} of a connection, and refuses in {@code input} what breaks a rule. */
    void check(JsonInput input);

    /** Whether the request comes from the holder of the secret, over the raw bytes and in constant time. */
    Verdict verify(InboundRequest request, Access access, Instant now);

    /** What of a genuine delivery's body is stored: all of it, unless it bears the secret itself. */
    default byte[] kept(byte[] body) {
        return body;
    }

    /** What the payload says; throws a validation problem that names what can't be read. */
    List<Change> parse(Payload payload, ConnectionOptions options);

    /** A delivery as the source would send it now, rightly signed, to try the connection with; empty where there is none. */
    default Optional<InboundRequest> sample(Access access, Instant now) {
        return Optional.empty();
    }

    /** The status of the answer to a delivery that was stored: many sources know none but 200. */
    default int acknowledgement() {
        return 200;
    }

    /** Who makes a secret. */
    enum SecretUse {
        /** We do, unless one is given, and the source is told. */
        OURS,
        /** The source does, and we are told: at once or, where it needs our address first, afterwards. */
        THEIRS,
        /** There is none. */
        NONE
    }

    /**
     * How a source's payload is to be read.
     *
     * @param mapping where in the payload each field stands; null for the source's usual form
     * @param settings what the business has set for the connection; null for nothing
     */
    record ConnectionOptions(JsonNode mapping, JsonNode settings) {
        /** A setting that is text; the alternative where it isn't set. */
        public String setting(String name, String otherwise) {
            JsonNode value = settings == null ? null : settings.get(name);
            return value == null || value.isNull() ? otherwise : value.asText();
        }

        public boolean flag(String name) {
            return settings != null && settings.path(name).asBoolean(false);
        }
    }

    /**
     * What a connection is checked and asked with.
     *
     * @param secrets the valid ones, the newest first: two while one takes the other's place
     * @param credentials by their names
     * @param address where the source posts to
     */
    record Access(List<String> secrets, Map<String, String> credentials, ConnectionOptions options, String address) {
        public String credential(String name) {
            return credentials.get(name);
        }
    }

    /**
     * A stored delivery.
     *
     * @param topic what was told beside the body; null for nothing
     * @param fetched what was fetched for it; null where nothing had to be
     * @param receivedAt when it came
     */
    record Payload(byte[] body, String topic, byte[] fetched, Instant receivedAt) {}
}
