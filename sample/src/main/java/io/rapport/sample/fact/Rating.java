package io.rapport.sample.fact;

/** Stars on a scale, or a plain yes or no where the source asks only that. */
public record Rating(Integer value, Integer scale, Boolean recommends) {

    public static Rating stars(int value) {
        return new Rating(value, 5, null);
    }

    public static Rating recommends(boolean yes) {
        return new Rating(null, null, yes);
    }
}
