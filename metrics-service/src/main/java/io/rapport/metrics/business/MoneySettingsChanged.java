package io.rapport.metrics.business;

/** A business's days, currency or rates are others now; told within the transaction that changes them. */
public record MoneySettingsChanged(String business) {}
