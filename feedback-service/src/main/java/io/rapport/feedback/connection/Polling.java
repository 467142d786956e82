package io.rapport.feedback.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A connector that asks its source from time to time. What it is told is stored as deliveries, and read like those. */
public interface Polling extends Asking {

    /** Whether the connection is set up to be asked: for sources that can be asked and also call. */
    default boolean polls(Access access) {
        return true;
    }

    /**
     * Asks for what is new.
     *
     * @param cursor how far it was read; null at the beginning
     */
    Polled poll(Access access, JsonNode cursor);

    /**
     * What was told.
     *
     * @param cursor how far it is read once the pages are stored
     * @param more whether there is more to be asked for at once
     */
    record Polled(List<Page> pages, JsonNode cursor, boolean more) {}

    /**
     * One answer, as a delivery.
     *
     * @param messageId the same for the same content
     */
    record Page(String messageId, String topic, byte[] body) {}
}
