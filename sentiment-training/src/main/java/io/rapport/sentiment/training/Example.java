package io.rapport.sentiment.training;

import io.rapport.sentiment.linear.Sparse;
import java.util.Set;

/**
 * A text that people have judged.
 *
 * @param set the data set it is from
 * @param post whether it is a post, else it is from a review or an article
 * @param label 0 negative, 1 neutral, 2 positive
 * @param binary whether neutral was no choice
 * @param valence people's mean in [−4, 4], NaN where there is none
 */
record Example(String set, boolean post, String text, int label, boolean binary, double valence, Part part) {

    /** With its features; the word vectors' mean stands behind the last place. */
    record Prepared(Example example, Sparse features) {}

    /** Whether it is from one of the sets, be it reduced. */
    boolean isFrom(Set<String> sets) {
        return sets.contains(set) || sets.contains(set.replace(Datasets.SIGNS, ""));
    }

    /** Whether it is a text reduced to its signs. */
    boolean signs() {
        return set.startsWith(Datasets.SIGNS);
    }

    Example in(Part other) {
        return new Example(set, post, text, label, binary, valence, other);
    }
}
