package io.rapport.feedback.connection;

/**
 * A connector whose source takes replies. It is called again after a crash or a lost answer, so it must see to it that a reply
 * stands there once: by an operation that says what shall be, or by looking first whether it is there.
 */
public interface Replying extends Connector {
    /** Whether the connection has what it takes. */
    boolean replies(Access access);

    /**
     * Sees to it that the reply stands where the feedback does.
     *
     * @return what the source calls it; null where it has no name
     * @throws io.rapport.feedback.connection.outside.Unreachable where it should be tried again later
     * @throws io.quarkiverse.resteasy.problem.HttpProblem where it can't be posted there, with the reason
     */
    String reply(Reply reply, Access access);

    /**
     * What is to stand there.
     *
     * @param feedback the source's id of what is answered
     * @param postedId what the source calls the reply that stands there; null where it isn't known of
     */
    record Reply(String feedback, String text, String postedId) {}
}
