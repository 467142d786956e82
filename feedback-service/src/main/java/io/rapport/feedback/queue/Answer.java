package io.rapport.feedback.queue;

import java.util.Map;

/** What came of a batch that was handed to another service. */
public sealed interface Answer {

    /**
     * The batch was taken, but for some of its elements.
     *
     * @param refused why, by the element's position in the batch
     */
    record Taken(Map<Integer, String> refused) implements Answer {}

    /** The batch as a whole is refused for what is in it: asking again is of no use. */
    record Refused(String reason) implements Answer {}

    /** It went wrong, and may do so because of what is in the batch or because the other side is ill. */
    record Suspect(String reason) implements Answer {}

    /** The other side does not answer at the moment. */
    record Away(String reason) implements Answer {}
}
