package io.rapport.feedback.business;

/** Fired in the transaction in which a business's wishes of what to hear about change. */
public record AspectsChanged(String business) {}
