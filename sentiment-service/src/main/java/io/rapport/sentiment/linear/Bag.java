package io.rapport.sentiment.linear;

import java.util.Arrays;

/**
 * Collects the features of a text. A feature's place is the hash of its name, so that no list of names is needed. Features
 * come in groups; {@link #scale} brings a group to the same length, however long the text is.
 */
public final class Bag {
    /** Named features share 2^{@value} places. */
    public static final int BITS = 20;
    /** Single words, for weights made from word vectors, have 2^{@value} places of their own behind them. */
    public static final int WORD_BITS = 21;
    /** How many places there are. */
    public static final int PLACES = (1 << BITS) + (1 << WORD_BITS);

    private int[] ids = new int[256];
    private float[] values = new float[256];
    private int size;
    private int group;

    /** A feature's name so far, from the name of its template. */
    public static long seed(String template) {
        return mix(0x9E3779B97F4A7C15L, template);
    }

    /** Goes on from a hash with the characters of a word. */
    public static long mix(long hash, CharSequence word) {
        long mixed = hash;
        for (int i = 0; i < word.length(); i++) {
            mixed = (mixed ^ word.charAt(i)) * 0x100000001B3L;
        }
        return (mixed ^ 0x1F) * 0xff51afd7ed558ccdL ^ mixed >>> 29;
    }

    /** Adds to a named feature. */
    public void add(long hash, float value) {
        put(place(hash), value);
    }

    /** The place of a named feature. */
    public static int place(long hash) {
        return (int) (hash * 0x9E3779B97F4A7C15L >>> 64 - BITS);
    }

    /** Adds to the place of a single word. */
    public void addWord(String word, float value) {
        put(wordPlace(word), value);
    }

    /** The place of a single word among those for word vectors. */
    public static int wordPlace(String word) {
        return (1 << BITS) + (int) (mix(0, word) * 0x9E3779B97F4A7C15L >>> 64 - WORD_BITS);
    }

    private void put(int id, float value) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        ids[size] = id;
        values[size++] = value;
    }

    /** Ends a group of counts: what was added is merged, damped and scaled to the given length. */
    public void scale(float length) {
        merge();
        double squares = 0;
        for (int i = group; i < size; i++) {
            values[i] = values[i] > 1 ? (float) (1 + Math.log(values[i])) : values[i];
            squares += values[i] * values[i];
        }
        float factor = squares == 0 ? 0 : (float) (length / Math.sqrt(squares));
        for (int i = group; i < size; i++) {
            values[i] *= factor;
        }
        group = size;
    }

    /** Ends a group of features that have their own scale. */
    public void keep() {
        group = size;
    }

    private void merge() {
        long[] keyed = new long[size - group];
        for (int i = group; i < size; i++) {
            keyed[i - group] = (long) ids[i] << 32 | Float.floatToRawIntBits(values[i]) & 0xffffffffL;
        }
        Arrays.sort(keyed);
        int end = group;
        for (long one : keyed) {
            int id = (int) (one >>> 32);
            float value = Float.intBitsToFloat((int) one);
            if (end > group && ids[end - 1] == id) {
                values[end - 1] += value;
            } else {
                ids[end] = id;
                values[end++] = value;
            }
        }
        size = end;
    }

    /** The features so far; a place may come more than once. */
    public Sparse vector() {
        return new Sparse(Arrays.copyOf(ids, size), Arrays.copyOf(values, size));
    }
}
