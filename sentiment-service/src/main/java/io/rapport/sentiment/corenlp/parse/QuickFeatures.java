package io.rapport.sentiment.corenlp.parse;

import java.util.BitSet;

/**
 * The features of a state like {@link Features}, but many of them as rows that were added up beforehand: of each node those of its
 * category and its head's tag, and for nodes that aren't there, which are most, one row for any set of them.
 */
final class QuickFeatures {
    private static final int CHILDREN = 4;
    private static final int GRANDCHILDREN = 7;
    private static final int SECOND_CHILDREN = 16;
    private static final int RECENT = 19;
    /** The places under the top of the stack, whose sets of missing ones have rows of their own, and the places after them. */
    private static final int UNDER_TOP = SECOND_CHILDREN - CHILDREN;

    private static final int UNDER_TOP_MASK = (1 << UNDER_TOP) - 1;

    private final Features features;
    private final int labels;
    /** By place, and by the node's label and its head's tag. */
    private final short[][][] known;

    private final short[][] missingUnderTop;
    private final short[][] missingElsewhere;

    QuickFeatures(Features features, Labels labels, WholeWeights weights) {
        this.features = features;
        this.labels = labels.size();
        NodeFeatures[] places = Features.PLACES;
        this.known = new short[places.length][][];
        for (int place = 0; place < places.length; place++) {
            known[place] = known(places[place], labels, weights);
        }
        this.missingUnderTop = missing(CHILDREN, UNDER_TOP, weights);
        this.missingElsewhere = missing(0, CHILDREN + places.length - SECOND_CHILDREN, weights);
    }

    private static short[][] known(NodeFeatures place, Labels labels, WholeWeights weights) {
        int size = labels.size();
        short[][] rows = new short[size * size][];
        for (int label = 0; label < size; label++) {
            for (int tag = 0; tag < size; tag++) {
                rows[label * size + tag] = place.labelAndTag(labels.vocabulary(), label, tag, weights);
            }
        }
        return rows;
    }

    /** For each set of places, counted from the first one on and past those under the top, the sum of what is said of gaps. */
    private static short[][] missing(int first, int count, WholeWeights weights) {
        long[] none = new long[count];
        for (int i = 0; i < count; i++) {
            int place = first == 0 && i >= CHILDREN ? i + UNDER_TOP : first + i;
            none[i] = Features.PLACES[place].none();
        }
        short[][] rows = new short[1 << count][];
        for (int set = 1; set < rows.length; set++) {
            rows[set] = weights.together(BitSet.valueOf(new long[] {set}).stream()
                    .mapToLong(i -> none[i])
                    .toArray());
        }
        return rows;
    }

    /** Puts the features of a state into a tally. */
    void of(Parsing at, Tally tally) {
        tally.features = 0;
        tally.rows.clear();
        int missing = 0;
        for (int i = 0; i < CHILDREN; i++) {
            missing |= add(i, at.top(i), at, tally);
        }
        int s0 = at.top(0);
        missing |= children(CHILDREN, s0, at, tally);
        missing |= children(GRANDCHILDREN, Features.left(at, s0), at, tally);
        missing |= children(GRANDCHILDREN + 3, Features.right(at, s0), at, tally);
        missing |= children(GRANDCHILDREN + 6, Features.only(at, s0), at, tally);
        missing |= children(SECOND_CHILDREN, at.top(1), at, tally);
        for (int down = 0; down < 2; down++) {
            missing |= add(RECENT + 2 * down, Features.recentLeft(at, at.top(down)), at, tally);
            missing |= add(RECENT + 2 * down + 1, Features.recentRight(at, at.top(down)), at, tally);
        }
        tally.rows.add(missingUnderTop[missing >> CHILDREN & UNDER_TOP_MASK]);
        tally.rows.add(missingElsewhere[missing & (1 << CHILDREN) - 1 | missing >> SECOND_CHILDREN << CHILDREN]);
        tally.features = features.ofWordsAndPairs(at, tally.hashes, tally.features);
    }

    private int children(int place, int node, Parsing at, Tally tally) {
        return add(place, Features.left(at, node), at, tally)
                | add(place + 1, Features.right(at, node), at, tally)
                | add(place + 2, Features.only(at, node), at, tally);
    }

    /** The place's bit where no node is there, else 0. */
    private int add(int place, int node, Parsing at, Tally tally) {
        if (node == Parsing.NONE) {
            return 1 << place;
        }
        int label = at.label(node);
        int tag = at.headTag(node);
        if (at.isWord(node)) {
            // The label of a word is the word itself.
            tally.features = Features.PLACES[place].add(at, node, tally.hashes, tally.features);
        } else {
            tally.rows.add(known[place][label * labels + tag]);
            tally.features = Features.PLACES[place].addWords(at, node, tally.hashes, tally.features);
        }
        return 0;
    }
}
