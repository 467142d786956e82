package io.rapport.sentiment.aspect;

/**
 * Something that a sentence speaks of: its tokens from the first to before the last.
 *
 * @param named whether the tokens are its name; otherwise they are what is said of it ("overpriced")
 */
public record Found(int from, int to, String category, boolean named) {

    /** Something that is named. */
    Found(int from, int to, String category) {
        this(from, to, category, true);
    }

    boolean overlaps(Found other) {
        return from < other.to && other.from < to;
    }
}
