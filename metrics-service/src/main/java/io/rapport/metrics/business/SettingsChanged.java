package io.rapport.metrics.business;

/** A business's settings have changed so that what is derived comes out otherwise; told within the transaction that changes them. */
public record SettingsChanged(String business) {}
