package io.rapport.sentiment.aspect;

import io.rapport.sentiment.linear.Bag;
import io.rapport.sentiment.words.Text;
import io.rapport.sentiment.words.Token;
import java.util.Set;

/** What tells a word that names a thing from the others of its sentence: itself, its ending, its neighbours, the list. */
public final class NameFeatures {
    /** How many features a word has. */
    public static final int TEMPLATES = 24;

    private static final Set<Integer> BY_HEART = Set.of(1, 11, 15, 18, 19, 22);
    private static final long[] SEEDS = new long[TEMPLATES];

    static {
        for (int i = 0; i < TEMPLATES; i++) {
            SEEDS[i] = Bag.seed("name " + i);
        }
    }

    /** Takes features one by one. */
    public interface Sink {
        /** @param template which of the {@value #TEMPLATES} it is */
        void add(int template, int place);
    }

    private static final long BEGIN = -1;
    private static final long END = -2;

    private final long[] words;
    private final long[] endings;
    private final long[] shortEndings;
    private final int[] shapes;
    private final byte[] listed;

    /** @param listed for each token whether a listed name begins there (1), goes on (2), or neither */
    public NameFeatures(Text sentence, byte[] listed) {
        int size = sentence.size();
        this.listed = listed;
        words = new long[size];
        endings = new long[size];
        shortEndings = new long[size];
        shapes = new int[size];
        for (int i = 0; i < size; i++) {
            Token token = sentence.token(i);
            String form = token.form();
            words[i] = Bag.mix(1, form);
            endings[i] = Bag.mix(2, form.substring(Math.max(0, form.length() - 3)));
            shortEndings[i] = Bag.mix(3, form.substring(Math.max(0, form.length() - 2)));
            shapes[i] = token.type().ordinal() * 2 + (token.loud() ? 1 : 0);
        }
    }

    /** Whether the feature knows the very word, or the list: what is learned by heart rather than understood. */
    public static boolean byHeart(int template) {
        return BY_HEART.contains(template);
    }

    /** @param before the tag of the word before: 0 outside of a name, 1 its first word, 2 another word of it */
    public void of(int i, int before, Sink sink) {
        long tag = before + 1;
        add(sink, 0, 0);
        add(sink, 1, word(i));
        add(sink, 2, word(i - 1));
        add(sink, 3, word(i + 1));
        add(sink, 4, word(i - 2));
        add(sink, 5, word(i + 2));
        add(sink, 6, endings[i]);
        add(sink, 7, shortEndings[i]);
        add(sink, 8, ending(i - 1));
        add(sink, 9, ending(i + 1));
        add(sink, 10, shapes[i]);
        add(sink, 11, listed(i));
        add(sink, 12, listed(i - 1));
        add(sink, 13, listed(i + 1));
        add(sink, 14, tag);
        add(sink, 15, word(i) * 31 + tag);
        add(sink, 16, endings[i] * 31 + tag);
        add(sink, 17, word(i - 1) * 31 + tag);
        add(sink, 18, word(i - 1) * 31 + word(i));
        add(sink, 19, word(i) * 31 + word(i + 1));
        add(sink, 20, word(i - 2) * 31 + word(i - 1));
        add(sink, 21, word(i + 1) * 31 + word(i + 2));
        add(sink, 22, listed(i) * 31 + tag);
        add(sink, 23, word(i - 1) * 31 + word(i + 1));
    }

    private static void add(Sink sink, int template, long value) {
        sink.add(template, Bag.place((SEEDS[template] ^ value) * 0xff51afd7ed558ccdL));
    }

    private long word(int i) {
        if (i < 0) {
            return BEGIN;
        }
        return i < words.length ? words[i] : END;
    }

    private long ending(int i) {
        return i < 0 || i >= endings.length ? END : endings[i];
    }

    private long listed(int i) {
        return i < 0 || i >= listed.length ? 0 : listed[i];
    }
}
