package io.rapport.models.fit;

import java.util.stream.IntStream;

/** Sums over many groups of customers, on all cores where that pays, and always in the same order. */
public final class Sums {
    private static final int CHUNK = 8_192;

    private Sums() {}

    /** The sum over some of them. */
    @FunctionalInterface
    public interface Part {
        double sum(int from, int to);
    }

    public static double of(int n, Part part) {
        int chunks = (n + CHUNK - 1) / CHUNK;
        if (chunks <= 2) {
            return part.sum(0, n);
        }
        double[] sums = new double[chunks];
        IntStream.range(0, chunks).parallel().forEach(i -> sums[i] = part.sum(i * CHUNK, Math.min(n, (i + 1) * CHUNK)));
        double sum = 0;
        for (double one : sums) {
            sum += one;
        }
        return sum;
    }
}
