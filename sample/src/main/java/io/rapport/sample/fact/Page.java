package io.rapport.sample.fact;

/** The page on which an event happened. */
public record Page(String url, String title, String referrer) {}
