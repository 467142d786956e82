package io.rapport.sentiment.language;

import java.util.Locale;
import java.util.Set;

/** Tells plain English by its small words, which spares the detector many texts. */
final class EnglishWords {
    /** Frequent in English, and rare or unknown in the other languages of Latin script. */
    private static final Set<String> SMALL = Set.of(
            "the", "and", "to", "this", "that", "with", "for", "you", "my", "not", "but", "have", "are", "they", "very",
            "it", "were", "had", "our", "your", "from", "would", "which", "been", "there", "what", "when", "who", "she",
            "his", "her", "their", "has", "be", "if", "than", "just", "about", "it's", "i'm", "don't");

    private static final int FEWEST = 4;
    private static final int ONE_IN = 4;

    private EnglishWords() {}

    /** Whether at least {@value #FEWEST} words, and one in {@value #ONE_IN}, are small English words. */
    static boolean many(String text) {
        int words = 0;
        int english = 0;
        int begin = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && (Character.isLetter(text.charAt(i)) || text.charAt(i) == '\'');
            if (letter && begin < 0) {
                begin = i;
            } else if (!letter && begin >= 0) {
                words++;
                english += i - begin <= 5
                                && SMALL.contains(text.substring(begin, i).toLowerCase(Locale.ROOT))
                        ? 1
                        : 0;
                begin = -1;
            }
        }
        return english >= FEWEST && english * ONE_IN >= words;
    }
}
