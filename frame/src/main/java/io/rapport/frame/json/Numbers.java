package io.rapport.frame.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimal numbers from JSON, as a number or as a string. */
final class Numbers {
    private static final int LONGEST = 40;
    private static final int MOST_BEFORE_POINT = 18;
    private static final int MOST_AFTER_POINT = 9;

    private Numbers() {}

    /** The number, or null where the value isn't one or has too many digits. */
    static BigDecimal parse(JsonNode value) {
        BigDecimal number =
                value.isNumber() ? value.decimalValue() : value.isTextual() ? parse(value.textValue()) : null;
        if (number == null) {
            return null;
        }
        boolean fits = number.precision() - number.scale() <= MOST_BEFORE_POINT && number.scale() <= MOST_AFTER_POINT;
        return fits && number.scale() >= -MOST_BEFORE_POINT ? number : null;
    }

    /** The number to nine places, or null where it is out of all proportion. */
    static BigDecimal round(BigDecimal number) {
        boolean sane = number.precision() - (long) number.scale() <= MOST_BEFORE_POINT
                && Math.abs((long) number.scale()) < 2_000;
        return sane ? number.setScale(MOST_AFTER_POINT, RoundingMode.HALF_EVEN) : null;
    }

    /** Whether it has at most 40 digits on either side of its point when it is written without an exponent. */
    static boolean isShortWhenWrittenOut(BigDecimal number) {
        return number.precision() - (long) number.scale() <= LONGEST && number.scale() <= LONGEST;
    }

    private static BigDecimal parse(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException malformed) {
            return null;
        }
    }
}
