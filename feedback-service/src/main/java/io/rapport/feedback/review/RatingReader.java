package io.rapport.feedback.review;

import io.rapport.frame.json.JsonInput;
import java.math.BigDecimal;

/** Reads the three forms of a rating: on a scale from 1, between two ends, or a yes/no. */
final class RatingReader {
    private static final BigDecimal WIDEST = BigDecimal.valueOf(1_000_000);

    private RatingReader() {}

    /** The rating, or null where it is missing or refused. */
    static Rating read(JsonInput input) {
        JsonInput rating = input.child("rating");
        if (rating == null) {
            return null;
        }
        Boolean recommends = rating.bool("recommends");
        BigDecimal value = rating.decimal("value");
        Integer scale = rating.integer("scale", 2, 1_000);
        BigDecimal min = rating.decimal("min");
        BigDecimal max = rating.decimal("max");
        boolean ends = rating.has("min") || rating.has("max");
        if (rating.has("recommends")) {
            boolean alone = !rating.has("value") && !rating.has("scale") && !ends;
            return alone
                    ? recommends == null ? null : Rating.yesOrNo(recommends)
                    : rating.refuse("recommends", "stands alone: a rating is either a yes/no or a value");
        }
        if (rating.has("scale") == ends) {
            return rating.refuse("value", "must come with either scale, or min and max");
        }
        return ends ? between(rating, value, min, max) : between(rating, value, BigDecimal.ONE, decimal(scale));
    }

    private static Rating between(JsonInput rating, BigDecimal value, BigDecimal min, BigDecimal max) {
        if (!rating.has("value")) {
            return rating.refuse("value", "is required");
        }
        if (rating.has("min") != rating.has("max")) {
            return rating.refuse(rating.has("min") ? "max" : "min", "is required");
        }
        if (value == null || min == null || max == null) {
            return null;
        }
        if (min.compareTo(max) >= 0
                || min.abs().compareTo(WIDEST) > 0
                || max.abs().compareTo(WIDEST) > 0) {
            return rating.refuse("max", "must be more than min, and both at most a million from 0");
        }
        return value.compareTo(min) < 0 || value.compareTo(max) > 0
                ? rating.refuse("value", "must lie between " + min.toPlainString() + " and " + max.toPlainString())
                : Rating.of(value, min, max);
    }

    private static BigDecimal decimal(Integer number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }
}
