package io.rapport.sentiment.corenlp.parse;

import io.rapport.sentiment.corenlp.table.TextHash;
import java.util.stream.Stream;

/** The features of a state of the parser, by their hashes: the same ones in the same order as CoreNLP's. */
final class Features {
    /** 23 nodes of 5, 6 words, 4 pairs of 4, 8 triples, 2 positions, 4 separators of 5. */
    static final int MOST = 23 * 5 + 6 + 4 * 4 + 8 + 2 + 4 * 5;

    private static final NodeFeatures[] STACK = places("S0", "S1", "S2", "S3");
    private static final NodeFeatures[] CHILDREN = places("S0L", "S0R", "S0U");
    private static final NodeFeatures[] GRANDCHILDREN =
            places("S0LL", "S0LR", "S0LU", "S0RL", "S0RR", "S0RU", "S0UL", "S0UR", "S0UU");
    private static final NodeFeatures[] SECOND_CHILDREN = places("S1L", "S1R", "S1U");
    private static final NodeFeatures[] RECENT = places("recL0", "recR0", "recL1", "recR1");
    /** All places of nodes, in the order of {@link QuickFeatures}. */
    static final NodeFeatures[] PLACES = Stream.of(STACK, CHILDREN, GRANDCHILDREN, SECOND_CHILDREN, RECENT)
            .flatMap(Stream::of)
            .toArray(NodeFeatures[]::new);

    private static final String[] QUEUE_NAMES = {"Q0WT-", "Q1WT-", "Q2WT-", "Q3WT-", "QP1WT-", "QP2WT-"};
    private static final int[] QUEUE_OFFSETS = {0, 1, 2, 3, -1, -2};
    private static final long[] QUEUE = hashes("");
    private static final long[] NO_QUEUE = hashes("*NULL*");
    private static final PairFeatures S0_S1 = new PairFeatures("S0", false, "S1", false);
    private static final PairFeatures S0_Q0 = new PairFeatures("S0", false, "Q0", true);
    private static final PairFeatures S1_Q0 = new PairFeatures("S1", false, "Q0", true);
    private static final PairFeatures Q0_Q1 = new PairFeatures("Q0", true, "Q1", true);
    private static final TripleFeature[] STACK_TRIPLES = {
        new TripleFeature("S0cS1cS2c-", "ccc"),
        new TripleFeature("S0wS1cS2c-", "wcc"),
        new TripleFeature("S0cS1wS2c-", "cwc"),
        new TripleFeature("S0cS1cS2w-", "ccw")
    };
    private static final TripleFeature[] QUEUE_TRIPLES = {
        new TripleFeature("S0cS1cQ0t-", "cct"),
        new TripleFeature("S0wS1cQ0t-", "wct"),
        new TripleFeature("S0cS1wQ0t-", "cwt"),
        new TripleFeature("S0cS1cQ0w-", "ccw")
    };
    private static final long FINISHED = TextHash.of("QUEUE_FINISHED");
    private static final long FINISHED_SINGLE = TextHash.of("QUEUE_FINISHED_STACK_SINGLETON");

    private final SeparatorFeatures stackSeparators;
    private final SeparatorFeatures queueSeparators;

    Features(Labels labels) {
        this.stackSeparators = new SeparatorFeatures("S0", "S1", labels);
        this.queueSeparators = new SeparatorFeatures("S0", "Q0", labels);
    }

    /** Puts the features of a state into an array of {@link #MOST}, and returns how many they are. */
    int of(Parsing at, long[] features) {
        int count = nodes(at, features);
        count = words(at, features, count);
        count = recent(at, features, count);
        return pairs(at, features, count);
    }

    /** Those that are not of single nodes on the stack or their parts, in another order, from a place on. */
    int ofWordsAndPairs(Parsing at, long[] features, int from) {
        return pairs(at, features, words(at, features, from));
    }

    private int pairs(Parsing at, long[] features, int from) {
        int count = combinations(at, features, from);
        count = position(at, features, count);
        int s0 = at.top(0);
        count = stackSeparators.add(at, s0, at.top(1), true, features, count);
        return queueSeparators.add(at, s0, at.queue(0), false, features, count);
    }

    private static int nodes(Parsing at, long[] features) {
        int count = 0;
        for (int i = 0; i < STACK.length; i++) {
            count = STACK[i].add(at, at.top(i), features, count);
        }
        int s0 = at.top(0);
        count = children(at, s0, CHILDREN, 0, features, count);
        count = children(at, left(at, s0), GRANDCHILDREN, 0, features, count);
        count = children(at, right(at, s0), GRANDCHILDREN, 3, features, count);
        count = children(at, only(at, s0), GRANDCHILDREN, 6, features, count);
        return children(at, at.top(1), SECOND_CHILDREN, 0, features, count);
    }

    private static int children(Parsing at, int node, NodeFeatures[] places, int first, long[] features, int count) {
        int next = places[first].add(at, left(at, node), features, count);
        next = places[first + 1].add(at, right(at, node), features, next);
        return places[first + 2].add(at, only(at, node), features, next);
    }

    private static int words(Parsing at, long[] features, int count) {
        for (int i = 0; i < QUEUE.length; i++) {
            int node = at.queue(QUEUE_OFFSETS[i]);
            features[count + i] = node == Parsing.NONE
                    ? NO_QUEUE[i]
                    : at.vocabulary().join(QUEUE[i], at.label(node), at.headWord(node));
        }
        return count + QUEUE.length;
    }

    private static int recent(Parsing at, long[] features, int count) {
        int next = count;
        for (int down = 0; down < 2; down++) {
            next = RECENT[2 * down].add(at, recentLeft(at, at.top(down)), features, next);
            next = RECENT[2 * down + 1].add(at, recentRight(at, at.top(down)), features, next);
        }
        return next;
    }

    private static int combinations(Parsing at, long[] features, int count) {
        int s0 = at.top(0);
        int s1 = at.top(1);
        int s2 = at.top(2);
        int q0 = at.queue(0);
        int next = S0_S1.add(at, s0, s1, features, count);
        next = S0_Q0.add(at, s0, q0, features, next);
        next = S1_Q0.add(at, s1, q0, features, next);
        next = Q0_Q1.add(at, q0, at.queue(1), features, next);
        for (TripleFeature triple : STACK_TRIPLES) {
            features[next++] = triple.of(at, s0, s1, s2);
        }
        for (TripleFeature triple : QUEUE_TRIPLES) {
            features[next++] = triple.of(at, s0, s1, q0);
        }
        return next;
    }

    private static int position(Parsing at, long[] features, int count) {
        int next = count;
        if (at.endOfWords()) {
            features[next++] = FINISHED;
            if (at.depth() == 1) {
                features[next++] = FINISHED_SINGLE;
            }
        }
        return next;
    }

    static int left(Parsing at, int node) {
        return node == Parsing.NONE || at.right(node) == Parsing.NONE ? Parsing.NONE : at.left(node);
    }

    static int right(Parsing at, int node) {
        return node == Parsing.NONE ? Parsing.NONE : at.right(node);
    }

    static int only(Parsing at, int node) {
        return node == Parsing.NONE || at.right(node) != Parsing.NONE ? Parsing.NONE : at.left(node);
    }

    /** The last phrase that was put to the left of the node's head. */
    static int recentLeft(Parsing at, int node) {
        int child = node == Parsing.NONE ? Parsing.NONE : at.left(node);
        while (child != Parsing.NONE && at.head(child) == at.head(node)) {
            child = at.left(child);
        }
        return child;
    }

    /** The last phrase that was put to the right of the node's head. */
    static int recentRight(Parsing at, int node) {
        int child = lastChild(at, node);
        while (child != Parsing.NONE && at.head(child) == at.head(node)) {
            child = lastChild(at, child);
        }
        return child;
    }

    private static int lastChild(Parsing at, int node) {
        if (node == Parsing.NONE) {
            return Parsing.NONE;
        }
        return at.right(node) == Parsing.NONE ? at.left(node) : at.right(node);
    }

    private static NodeFeatures[] places(String... names) {
        NodeFeatures[] places = new NodeFeatures[names.length];
        for (int i = 0; i < names.length; i++) {
            places[i] = new NodeFeatures(names[i]);
        }
        return places;
    }

    private static long[] hashes(String end) {
        long[] hashes = new long[QUEUE_NAMES.length];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = TextHash.of(QUEUE_NAMES[i] + end);
        }
        return hashes;
    }
}
