package io.rapport.sentiment.reading;

import io.rapport.sentiment.aspect.OwnAspects;
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

    /**
     * Reads an English text of a kind; a model that reads all kinds alike need not know of it.
     *
     * @param kind null where nobody says
     */
    default Optional<Understanding> read(String text, Kind kind, Deadline deadline) {
        return read(text, deadline);
    }

    /**
     * Reads an English text with what came beside it. A model that finds no things need not know of those that the business
     * wants to hear about, nor one that reads words alone of a rating.
     *
     * @param kind null where nobody says
     * @param rating null where there is none
     */
    default Optional<Understanding> read(String text, Kind kind, OwnAspects own, Rating rating, Deadline deadline) {
        return read(text, kind, deadline);
    }
}
