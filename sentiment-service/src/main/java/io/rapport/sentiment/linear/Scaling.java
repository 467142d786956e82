package io.rapport.sentiment.linear;

/**
 * From raw scores of negative, neutral and positive to probabilities that mean what they say: one slope and two shifts,
 * fitted to rows that were not trained on (vector scaling, Guo et al. 2017).
 */
public record Scaling(double slope, double negative, double positive) {
    /** A complaint that is overlooked costs more than one that is none, and complaints are rare among posts. */
    private static final double NEGATIVE_COUNTS = 1.2;

    private static final int CLASSES = 3;

    /** Probabilities of negative, neutral and positive. */
    public double[] probabilities(double[] scores) {
        double[] p = {slope * scores[0] + negative, slope * scores[1], slope * scores[2] + positive};
        softmax(p);
        return p;
    }

    /** 0 negative, 1 neutral or 2 positive: the likeliest, where negative counts {@value #NEGATIVE_COUNTS} times. */
    public static int label(double[] p) {
        double negative = NEGATIVE_COUNTS * p[0];
        if (p[1] >= negative && p[1] >= p[2]) {
            return 1;
        }
        return p[2] > negative ? 2 : 0;
    }

    /** Turns scores into probabilities, in place. */
    public static void softmax(double[] p) {
        double max = Math.max(p[0], Math.max(p[1], p[2]));
        double sum = 0;
        for (int i = 0; i < CLASSES; i++) {
            p[i] = Math.exp(p[i] - max);
            sum += p[i];
        }
        for (int i = 0; i < CLASSES; i++) {
            p[i] /= sum;
        }
    }
}
