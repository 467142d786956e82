package io.rapport.metrics.event;

import io.rapport.frame.json.JsonInput;
import java.math.BigDecimal;
import java.util.Currency;

/** Reads money: a decimal amount and its currency, kept in minor units. */
public final class Amounts {
    private static final int MOST_DIGITS = 15;

    private Amounts() {}

    /** @param input an object with amount and currency, or null; what breaks a rule is refused there */
    public static Event.Amount read(JsonInput input) {
        if (input == null) {
            return null;
        }
        BigDecimal amount = input.requiredDecimal("amount");
        String code = input.requiredText("currency", 3);
        Currency currency = code == null ? null : currency(code);
        if (code != null && currency == null) {
            input.refuse("currency", "must be an ISO 4217 code such as EUR");
        }
        return amount == null || currency == null ? null : minor(input, amount, currency);
    }

    private static Event.Amount minor(JsonInput input, BigDecimal amount, Currency currency) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        BigDecimal minor = amount.movePointRight(digits).stripTrailingZeros();
        if (minor.scale() > 0) {
            return input.refuse("amount", "must have at most " + digits + " decimal places");
        }
        return minor.precision() - minor.scale() > MOST_DIGITS
                ? input.refuse("amount", "must have at most " + MOST_DIGITS + " digits in minor units")
                : new Event.Amount(minor.longValueExact(), currency.getCurrencyCode());
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }
}
