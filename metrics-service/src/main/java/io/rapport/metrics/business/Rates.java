package io.rapport.metrics.business;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/**
 * What other currencies are worth in the business's own, as it has stored it: from a day on, until a later rate.
 *
 * @param own the business's currency
 */
public record Rates(Currency own, List<Rate> rates) {
    /** The most that an amount may be, so that sums and what is made of a year of them stay whole numbers of a long. */
    private static final BigInteger MOST = BigInteger.TEN.pow(15);

    /**
     * The rate of a currency.
     *
     * @param value what one unit of it is worth in units of the business's currency
     */
    public record Rate(String currency, BigDecimal value, LocalDate from) {}

    public Rates {
        rates = rates.stream()
                .sorted(Comparator.comparing(Rate::currency).thenComparing(Rate::from))
                .toList();
    }

    /** An amount in minor units of the business's currency, half rounded to even; null where there is no rate on that day. */
    public Long convert(long minor, String currency, LocalDate day) {
        if (currency.equals(own.getCurrencyCode())) {
            return minor;
        }
        Rate rate = on(currency, day);
        if (rate == null) {
            return null;
        }
        int digits = digits(own) - digits(Currency.getInstance(currency));
        BigInteger converted = BigDecimal.valueOf(minor)
                .multiply(rate.value())
                .movePointRight(digits)
                .setScale(0, RoundingMode.HALF_EVEN)
                .toBigInteger();
        return converted.compareTo(MOST) <= 0 ? converted.longValue() : null;
    }

    private Rate on(String currency, LocalDate day) {
        Rate found = null;
        for (Rate rate : rates) {
            if (rate.currency().equals(currency) && !rate.from().isAfter(day)) {
                found = rate;
            }
        }
        return found;
    }

    /** How many digits a currency's minor unit has behind the point. */
    public static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
