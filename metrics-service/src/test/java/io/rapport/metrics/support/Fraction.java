package io.rapport.metrics.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Numerator and denominator (null for a count, and where there was nothing to divide by). */
public record Fraction(BigDecimal numerator, Long denominator) {
    public static final Fraction NOTHING = new Fraction(BigDecimal.ZERO, null);

    public Fraction {
        numerator = numerator.signum() == 0 ? BigDecimal.ZERO : numerator.stripTrailingZeros();
        denominator = denominator == null || denominator == 0 ? null : denominator;
    }

    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigDecimal.valueOf(numerator), denominator);
    }

    public static Fraction count(long many) {
        return new Fraction(BigDecimal.valueOf(many), null);
    }

    static Fraction read(JsonNode element) {
        JsonNode denominator = element.path("denominator");
        return new Fraction(
                element.path("numerator").decimalValue(), denominator.isNull() ? null : denominator.asLong());
    }
}
