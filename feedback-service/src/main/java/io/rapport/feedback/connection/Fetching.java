package io.rapport.feedback.connection;

/** A connector whose messages are thin: what they are about must be fetched from the source before they can be read. */
public interface Fetching extends Asking {
    /**
     * What the message is about, as it is now; an empty array where it is gone or nothing has to be fetched.
     *
     * @throws io.rapport.feedback.connection.outside.Unreachable where it should be tried again later
     */
    byte[] fetch(byte[] body, Access access);
}
