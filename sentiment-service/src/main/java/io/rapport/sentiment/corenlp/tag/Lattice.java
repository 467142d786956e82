package io.rapport.sentiment.corenlp.tag;

/**
 * The search for the best sequence of tags, where each depends on the two before (Viterbi). The score of a state, which is three
 * tags in a row, and the choice between equal ones are those of CoreNLP.
 */
final class Lattice {
    private static final int[] NOTHING_BEFORE = {-1};
    private static final double CLOSE = 1e-9;

    private final Position[] positions;
    private final TagFeatures features;

    Lattice(Position[] positions, TagFeatures features) {
        this.positions = positions;
        this.features = features;
    }

    /** The best tag of each position. */
    int[] best() {
        int[][] trace = new int[positions.length][];
        double[] scores = window(0);
        for (int at = 1; at < positions.length; at++) {
            double[] next = window(at);
            trace[at] = extend(scores, next, candidates(at - 3).length);
            scores = next;
        }
        return backwards(trace, last(scores));
    }

    /** Adds to the scores of three tags the best that leads to the first two of them, and returns which it was. */
    private static int[] extend(double[] before, double[] window, int choices) {
        int[] trace = new int[window.length];
        int pairs = before.length / choices;
        int perPair = window.length / pairs;
        for (int pair = 0; pair < pairs; pair++) {
            int best = best(before, pair, pairs, before.length);
            // Sums may be equal where their first addends are not quite; then the first one counts.
            boolean close = best(before, pair, pairs, best) >= 0
                    && before[best] - before[best(before, pair, pairs, best)] < CLOSE;
            for (int product = pair * perPair; product < (pair + 1) * perPair; product++) {
                trace[product] = close ? bestSum(before, pair, pairs, window[product]) : best;
                window[product] += before[trace[product]];
            }
        }
        return trace;
    }

    /** The first of the best from here on before the end, by steps; −1 where there is none. */
    private static int best(double[] scores, int begin, int step, int end) {
        int best = begin < end ? begin : -1;
        for (int at = begin + step; at < end; at += step) {
            if (scores[at] > scores[best]) {
                best = at;
            }
        }
        return best;
    }

    private static int bestSum(double[] scores, int begin, int step, double addend) {
        int best = begin;
        for (int at = begin + step; at < scores.length; at += step) {
            if (scores[at] + addend > scores[best] + addend) {
                best = at;
            }
        }
        return best;
    }

    private int[] backwards(int[][] trace, int last) {
        int[] tags = new int[positions.length];
        int state = last;
        for (int at = positions.length - 1; at >= 0; at--) {
            int[] own = candidates(at);
            tags[at] = own[state % own.length];
            state = at == 0 ? state : trace[at][state];
        }
        return tags;
    }

    private static int last(double[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                best = i;
            }
        }
        return best;
    }

    /** The log probability of each candidate after each pair of candidates before it. */
    private double[] window(int at) {
        int[] seconds = candidates(at - 2);
        int[] firsts = candidates(at - 1);
        int[] own = candidates(at);
        double[] window = new double[seconds.length * firsts.length * own.length];
        if (window.length == 1) {
            // Nothing is decided here.
            return window;
        }
        Evidence evidence = features.evidence(positions[at]);
        int next = 0;
        for (int second : seconds) {
            for (int first : firsts) {
                double total = features.logTotal(evidence, second + 1, first + 1);
                for (int tag : own) {
                    window[next++] = features.score(positions[at], second + 1, first + 1, tag) - total;
                }
            }
        }
        return window;
    }

    private int[] candidates(int at) {
        return at < 0 ? NOTHING_BEFORE : positions[at].candidates();
    }
}
