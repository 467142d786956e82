package io.rapport.sentiment.corenlp.table;

/**
 * A 64-bit hash of strings that can be joined: the hash of a concatenation is computed from the hashes of its parts, so that
 * CoreNLP's features ("S0WT-bread-NN") are looked up without ever building their strings.
 *
 * <p>It is the polynomial Σ cᵢ·Bⁿ⁻¹⁻ⁱ modulo 2⁶⁴. Texts made to collide would confuse their own reading only.
 */
public final class TextHash {
    private static final long BASE = 0x9E37_79B9_7F4A_7C15L;

    private TextHash() {}

    /** The hash of a string; 0 for the empty one. */
    public static long of(CharSequence text) {
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = hash * BASE + text.charAt(i);
        }
        return hash;
    }

    /** The hash of a part of a string. */
    public static long of(CharSequence text, int begin, int end) {
        long hash = 0;
        for (int i = begin; i < end; i++) {
            hash = hash * BASE + text.charAt(i);
        }
        return hash;
    }

    /** What a hash is multiplied by when so many characters are appended: Bⁿ. */
    public static long power(int length) {
        long power = 1;
        for (int i = 0; i < length; i++) {
            power *= BASE;
        }
        return power;
    }

    /** The hash of two strings one after the other, the second given by its hash and {@link #power}. */
    public static long join(long first, long second, long power) {
        return first * power + second;
    }
}
