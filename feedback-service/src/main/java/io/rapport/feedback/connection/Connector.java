package io.rapport.feedback.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import java.time.Instant;
import java.util.List;

/**
 * What is special about one kind of outside source. Each has a package of its own beside {@code standardwebhooks}, with one
 * bean that implements this; everything else (storing before acknowledging, deduplication, replay) is the same for all.
 */
public interface Connector {
    /** As it stands in a connection's {@code type}. */
    String type();

    /** A secret of the form that the source uses. */
    String newSecret();

    /** Why the secret is none for this source; null if it is one. */
    String secretRule(String secret);

    /** Reads {@code mapping} and {@code settings} of a new connection, and refuses in {@code input} what breaks a rule. */
    void check(JsonInput input);

    /** Whether the request comes from the holder of the secret, over the raw bytes and in constant time. */
    Verdict verify(InboundRequest request, String secret, Instant now);

    /** What the payload says; throws a validation problem that names what can't be read. */
    List<Change> parse(byte[] body, ConnectionOptions options);

    /**
     * How a source's payload is to be read.
     *
     * @param mapping where in the payload each field stands; null for the source's usual form
     * @param settings what the business has set for the connection; null for nothing
     */
    record ConnectionOptions(JsonNode mapping, JsonNode settings) {}
}
