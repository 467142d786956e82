package io.rapport.feedback.connection;

/**
 * A genuine delivery on its way to the database.
 *
 * @param toFetch whether something must be fetched before it can be read
 * @param traceParent the trace of the request that brought it; null without one
 */
record Arrival(
        String business, String connection, Verdict.Genuine message, byte[] body, boolean toFetch, String traceParent) {

    /** One delivery with a body is kept for each of these. */
    Message key() {
        return new Message(business, connection, message.messageId());
    }

    record Message(String business, String connection, String id) {}
}
