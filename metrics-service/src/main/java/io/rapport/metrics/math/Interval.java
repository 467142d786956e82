package io.rapport.metrics.math;

/**
 * A confidence interval.
 *
 * @param low its lower end
 * @param high its upper end
 * @param level the confidence level, such as 0.95
 * @param method how it was computed: {@code wilson}, {@code t}, {@code normal}, {@code newcombe}, {@code welch},
 *     {@code order_statistics}
 */
public record Interval(double low, double high, double level, String method) {}
