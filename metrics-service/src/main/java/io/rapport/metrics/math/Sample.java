package io.rapport.metrics.math;

/**
 * A sample of numbers as its addable sufficient statistics.
 *
 * @param n how many
 * @param sum their sum
 * @param sumOfSquares the sum of their squares
 */
public record Sample(long n, double sum, double sumOfSquares) {

    /** NaN for an empty sample: no data, not zero. */
    public double mean() {
        return n == 0 ? Double.NaN : sum / n;
    }

    /** The unbiased variance; NaN below two observations. Never negative, whatever the rounding. */
    public double variance() {
        return n < 2 ? Double.NaN : Math.max(0, (sumOfSquares - sum * sum / n) / (n - 1));
    }
}
