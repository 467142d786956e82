package io.rapport.sample.fact;

import java.time.Instant;
import java.util.Map;

/**
 * A visitor or an e-mail address turns out to be a customer; exactly one of the two is given. The time is stated, so that
 * the same link sent again is the same.
 */
public record Identify(
        String visitorId, String email, String customerId, Instant occurredAt, Map<String, Object> traits) {}
