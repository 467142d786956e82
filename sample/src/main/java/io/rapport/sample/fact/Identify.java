package io.rapport.sample.fact;

import java.util.Map;

/** A visitor or an e-mail address turns out to be a customer; exactly one of the two is given. */
public record Identify(String visitorId, String email, String customerId, Map<String, Object> traits) {}
