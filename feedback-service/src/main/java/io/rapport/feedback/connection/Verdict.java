package io.rapport.feedback.connection;

/** Whether a delivery comes from whom it says. */
public sealed interface Verdict {

    /** @param messageId the source's id of the message: the same for each try to deliver it */
    record Genuine(String messageId) implements Verdict {}

    record Refused(String reason) implements Verdict {}
}
