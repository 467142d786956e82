package io.rapport.models.interval;

import java.util.Arrays;

/**
 * Quantiles of a sample, between two values on the line that joins them: definition 7 of R. J. Hyndman, Y. Fan, <i>Sample quantiles
 * in statistical packages</i>, American Statistician 50 (1996), which R and NumPy use.
 */
public final class Quantiles {
    private final double[] sorted;

    private Quantiles(double[] sorted) {
        this.sorted = sorted;
    }

    /** @throws IllegalArgumentException where there is none, or one is no number */
    public static Quantiles of(double... sample) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0 || Double.isNaN(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("It takes numbers to have quantiles");
        }
        return new Quantiles(sorted);
    }

    /** @param share from 0 (the least) to 1 (the greatest) */
    public double at(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(share + " is not a share");
        }
        double place = share * (sorted.length - 1);
        // Rounding must not take 0.2 · 5 past 1.
        int below = (int) Math.floor(place + 4 * Math.ulp(place));
        double rest = Math.max(0, place - below);
        return below + 1 < sorted.length ? sorted[below] + rest * (sorted[below + 1] - sorted[below]) : sorted[below];
    }

    /** Which of so many parts a value lies in, from 1: one more than the number of thresholds between them that it exceeds. */
    public int part(double value, int parts) {
        int part = 1;
        for (int i = 1; i < parts; i++) {
            part += value > at((double) i / parts) ? 1 : 0;
        }
        return part;
    }
}
