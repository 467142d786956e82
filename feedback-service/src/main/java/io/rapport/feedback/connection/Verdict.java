package io.rapport.feedback.connection;

/** Whether a delivery comes from whom it says. */
public sealed interface Verdict {

    /**
     * @param messageId the source's id of the message: the same for each try to deliver it
     * @param topic what is told beside the body and is needed to read it; null for nothing
     */
    record Genuine(String messageId, String topic) implements Verdict {
        public Genuine(String messageId) {
            this(messageId, null);
        }
    }

    /** A handshake, which is answered and not kept. */
    record Answered(String text) implements Verdict {}

    record Refused(String reason) implements Verdict {}
}
