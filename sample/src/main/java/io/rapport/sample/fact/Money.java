package io.rapport.sample.fact;

import java.math.BigDecimal;

/** An amount as a decimal string, exact to the cent, with its currency. */
public record Money(String amount, String currency) {

    /** The amount of so many cents in euro. */
    public static Money euro(long cents) {
        return new Money(BigDecimal.valueOf(cents, 2).toPlainString(), "EUR");
    }
}
