package io.rapport.sentiment.emotion;

import java.util.Locale;

/** The feelings that are told apart. */
public enum Feeling {
    JOY,
    TRUST,
    GRATITUDE,
    ANTICIPATION,
    RELIEF,
    SURPRISE,
    CONFUSION,
    ANGER,
    ANNOYANCE,
    DISAPPOINTMENT,
    SADNESS,
    FEAR,
    DISGUST;

    /** As the API writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
