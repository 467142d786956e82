package io.rapport.sample.fact;

/** Who wrote a feedback: the name shown at the source, and the customer where that is known. */
public record Author(String name, String customerId) {}
