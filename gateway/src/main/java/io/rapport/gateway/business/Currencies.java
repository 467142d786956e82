package io.rapport.gateway.business;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** The currencies of ISO 4217 in which things are paid: metals, funds and test codes have no minor unit. */
final class Currencies {
    private static final Set<String> KNOWN = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Currencies() {}

    static boolean isKnown(String code) {
        return KNOWN.contains(code);
    }
}
