package io.rapport.sentiment.reading;

import java.util.Optional;

/** Something that can tell how a text sounds. Safe to be used by many threads; keeps nothing between texts. */
public interface SentimentModel {

    /** Name and version, as the reading states it. */
    String name();

    /**
     * Reads an English text.
     *
     * @param deadline to be checked at least once for every stretch of work of about half a second
     * @return empty where the text holds nothing to read
     */
    Optional<Understanding> read(String text, Deadline deadline);
}
