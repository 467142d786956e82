package io.rapport.models.survival;

/**
 * One observed lifetime.
 *
 * @param time its length, from 0
 * @param ended whether it ended then, or was only known to be at least so long
 */
public record Lifetime(double time, boolean ended) {
    public Lifetime {
        if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(time + " is not a lifetime");
        }
    }
}
