package io.rapport.feedback.connection;

/** A connector that asks its source, and so can be tried out by a question. */
public interface Asking extends Connector {
    /** Asks for something small, and says what was answered. */
    String ask(Access access);
}
