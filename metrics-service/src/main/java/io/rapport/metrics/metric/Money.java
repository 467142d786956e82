package io.rapport.metrics.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import io.rapport.metrics.business.Rates;
import io.rapport.metrics.math.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An amount of money as a number that is never a binary fraction; written as a decimal string, such as {@code "39.90"}. */
public final class Money extends Number implements Comparable<Money> {
    private static final long serialVersionUID = 1;

    private final BigDecimal amount;

    private Money(BigDecimal amount) {
        this.amount = amount;
    }

    /** Of an exact number of minor units. */
    public static Money ofMinor(BigDecimal minor, Currency currency) {
        int digits = Rates.digits(currency);
        return new Money(minor.movePointLeft(digits).setScale(digits, RoundingMode.HALF_EVEN));
    }

    /** Of what was computed, in minor units; half rounded to even. */
    public static Money ofMinor(double minor, Currency currency) {
        return ofMinor(BigDecimal.valueOf(minor), currency);
    }

    /** How a number of minor units reads in units. */
    public static double units(double minor, Currency currency) {
        return BigDecimal.valueOf(minor)
                .movePointLeft(Rates.digits(currency))
                .setScale(Rates.digits(currency), RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    /** The same of an interval; null stays null. */
    public static Interval units(Interval minor, Currency currency) {
        return minor == null
                ? null
                : new Interval(
                        units(minor.low(), currency), units(minor.high(), currency), minor.level(), minor.method());
    }

    Money minus(Money other) {
        return new Money(amount.subtract(other.amount));
    }

    @JsonValue
    public String text() {
        return amount.toPlainString();
    }

    @Override
    public int intValue() {
        return amount.intValue();
    }

    @Override
    public long longValue() {
        return amount.longValue();
    }

    @Override
    public float floatValue() {
        return amount.floatValue();
    }

    @Override
    public double doubleValue() {
        return amount.doubleValue();
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Money money && amount.equals(money.amount);
    }

    @Override
    public int hashCode() {
        return amount.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
