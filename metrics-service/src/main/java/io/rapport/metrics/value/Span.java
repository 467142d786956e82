package io.rapport.metrics.value;

import java.time.Instant;

/**
 * A time in which a subscription ran under one plan and price.
 *
 * @param price as it was given
 * @param annual what it brings in within a year, in minor units of the business's currency; null where that isn't known
 * @param ended null while it runs
 * @param endedBy {@code changed} or {@code cancelled}; null while it runs
 * @param reason why it was cancelled, where that was said
 */
record Span(
        String subject,
        String customer,
        String plan,
        Price price,
        Long annual,
        Instant began,
        Instant ended,
        String endedBy,
        String reason,
        MoneyFact.Place place) {
    static final String CHANGED = "changed";
    static final String CANCELLED = "cancelled";

    /** An amount for each period; both may be unknown. */
    record Price(Long minor, String currency, String period) {
        static Price of(MoneyFact fact) {
            return new Price(fact.minor(), fact.currency(), fact.period());
        }
    }

    Span end(Instant at, String by, String why) {
        return new Span(subject, customer, plan, price, annual, began, at, by, why, place);
    }
}
