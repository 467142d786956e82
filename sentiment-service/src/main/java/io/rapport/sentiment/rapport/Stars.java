package io.rapport.sentiment.rapport;

import io.rapport.sentiment.linear.Scaling;
import io.rapport.sentiment.reading.Rating;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * What a rating adds to what the words say. The log-odds of positive and of negative are moved by the rating's place on its
 * scale, so that the words lead and the rating decides where they leave it open: the best rating counts as odds of 7.4 to 1,
 * about as much as words that are 88 % sure. This is a prior: there are no texts at hand that have both a rating and
 * somebody's independent judgement of the words.
 */
final class Stars {
    /** How far the best rating moves positive up and negative down. */
    private static final double WEIGHT = 1;
    /** How far a rating in the middle moves neutral up, and one at an end down. */
    private static final double NEUTRAL = 0.5;
    /** Yes and no are said more lightly than the ends of a scale. */
    private static final double YES = 0.75;

    private static final double LEAST = 1e-9;

    private Stars() {}

    /** From −1, the worst, to 1, the best; nothing where the rating is missing or does not lie on a scale. */
    static OptionalDouble of(Rating rating) {
        if (rating == null) {
            return OptionalDouble.empty();
        }
        if (rating.recommends() != null) {
            return OptionalDouble.of(rating.recommends() ? YES : -YES);
        }
        return rating.scale() != null
                ? place(rating.value(), BigDecimal.ONE, rating.scale())
                : place(rating.value(), rating.min(), rating.max());
    }

    private static OptionalDouble place(BigDecimal value, BigDecimal min, BigDecimal max) {
        if (value == null || min == null || max == null || min.compareTo(max) >= 0) {
            return OptionalDouble.empty();
        }
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            return OptionalDouble.empty();
        }
        double low = min.doubleValue();
        double place = 2 * (value.doubleValue() - low) / (max.doubleValue() - low) - 1;
        return Double.isFinite(place) ? OptionalDouble.of(place) : OptionalDouble.empty();
    }

    /**
     * Probabilities of negative, neutral and positive.
     *
     * @param p those of the words alone
     * @param place see {@link #of}
     */
    static double[] join(double[] p, double place) {
        double[] joined = {
            Math.log(Math.max(LEAST, p[0])) - WEIGHT * place,
            Math.log(Math.max(LEAST, p[1])) + NEUTRAL * (1 - 2 * Math.abs(place)),
            Math.log(Math.max(LEAST, p[2])) + WEIGHT * place
        };
        Scaling.softmax(joined);
        return joined;
    }
}
