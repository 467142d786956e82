package io.rapport.models.fit;

/**
 * An estimated parameter.
 *
 * @param name as the model's source calls it
 * @param standardError from the curvature of the log-likelihood at its maximum; null where that says nothing
 */
public record Estimate(String name, double value, Double standardError) {}
