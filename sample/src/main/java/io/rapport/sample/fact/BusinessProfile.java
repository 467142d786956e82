package io.rapport.sample.fact;

/** What {@code POST /v1/businesses} asks about a business. */
public record BusinessProfile(String name, String timeZone, String currency) {}
