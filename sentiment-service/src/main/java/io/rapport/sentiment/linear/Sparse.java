package io.rapport.sentiment.linear;

/**
 * A vector of which most entries are 0.
 *
 * @param ids the places where something is; one may come more than once
 * @param values what is there
 */
public record Sparse(int[] ids, float[] values) {}
