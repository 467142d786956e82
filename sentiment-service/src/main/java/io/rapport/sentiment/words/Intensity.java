package io.rapport.sentiment.words;

import java.util.Set;

/** Words that make the next one stronger or weaker. */
final class Intensity {
    private static final Set<String> STRONGER = Set.of(
            "very",
            "really",
            "so",
            "extremely",
            "absolutely",
            "totally",
            "completely",
            "incredibly",
            "super",
            "too",
            "most",
            "especially",
            "highly",
            "such",
            "fucking",
            "truly",
            "amazingly",
            "exceptionally",
            "particularly",
            "quite",
            "entirely",
            "utterly",
            "insanely",
            "freaking");
    private static final Set<String> WEAKER = Set.of(
            "slightly",
            "somewhat",
            "kinda",
            "little",
            "bit",
            "barely",
            "marginally",
            "partly",
            "fairly",
            "almost",
            "sorta",
            "less",
            "occasionally",
            "kind",
            "sort");

    private Intensity() {}

    /** By how much the sound of the next word is to be multiplied. */
    static float of(Token word) {
        if (STRONGER.contains(word.form())) {
            return 1.3f;
        }
        return WEAKER.contains(word.form()) ? 0.7f : 1;
    }
}
