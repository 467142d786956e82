package io.rapport.feedback.connection.stripe;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/** Stripe's amounts are whole numbers of a unit that is a hundredth but for some currencies. */
final class StripeMoney {
    private static final Set<String> WHOLE = Set.of(
            "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF");
    private static final Set<String> THOUSANDTHS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

    private StripeMoney() {}

    /** @return null without a currency */
    static BigDecimal amount(long units, String currency) {
        return currency == null ? null : BigDecimal.valueOf(units).movePointLeft(digits(currency));
    }

    static int digits(String currency) {
        String code = currency.toUpperCase(Locale.ROOT);
        return WHOLE.contains(code) ? 0 : THOUSANDTHS.contains(code) ? 3 : 2;
    }
}
