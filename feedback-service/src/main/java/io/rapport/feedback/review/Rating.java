package io.rapport.feedback.review;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A rating on its site's own scale, or a yes/no, which is not turned into stars: either {@code value}, {@code min} and
 * {@code max} are set or {@code recommends} is.
 */
public record Rating(BigDecimal value, BigDecimal min, BigDecimal max, Boolean recommends) {
    private static final BigDecimal STEPS = BigDecimal.valueOf(4);

    public static Rating of(BigDecimal value, BigDecimal min, BigDecimal max) {
        return new Rating(plain(value), plain(min), plain(max), null);
    }

    public static Rating yesOrNo(boolean recommends) {
        return new Rating(null, null, null, recommends);
    }

    /** Brought to 1–5, to two places: 1 + (value − min) / (max − min) · 4; null for a yes/no. */
    public BigDecimal stars() {
        return value == null
                ? null
                : value.subtract(min)
                        .multiply(STEPS)
                        .divide(max.subtract(min), 2, RoundingMode.HALF_UP)
                        .add(BigDecimal.ONE)
                        .setScale(2, RoundingMode.HALF_UP);
    }

    /** One form for equal numbers, so that 4 and 4.0 are the same content. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
