package io.rapport.sample.fact;

/** With what an event was made: browser, language and country. */
public record Context(String userAgent, String language, String country) {}
