package io.rapport.metrics.business;

/** A business's settings were stored; told within the transaction that stores them. */
public record SettingsStored(Business business) {}
