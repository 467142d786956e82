package io.rapport.sentiment.reading;

/** What is done for a reading, as far as it is timed. */
public enum Stage {
    /** Finding out the language. */
    LANGUAGE,
    /** Tokens and sentences. */
    SPLIT,
    /** Parts of speech. */
    TAG,
    /** Trees. */
    PARSE,
    /** CoreNLP's network over the trees. */
    NETWORK,
    /** Features and linear models, of the text and of its sentences. */
    LINEAR,
    /** Things that are named, and how each sounds. */
    ASPECTS,
    /** Feelings. */
    FEELINGS
}
