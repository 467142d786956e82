package io.rapport.feedback.connection.standardwebhooks;

import io.rapport.feedback.connection.Hmac;
import io.rapport.feedback.connection.InboundRequest;
import io.rapport.feedback.connection.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The signatures of <a href="https://www.standardwebhooks.com">Standard Webhooks</a>: {@code v1,} and the base64 of
 * HMAC-SHA256 over {@code id.timestamp.body}. There may be several, with blanks between; one that fits is enough.
 */
final class Signature {
    static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int LONGEST_ID = 255;
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final int BYTES_OF_OURS = 32;

    private Signature() {}

    static String newSecret() {
        byte[] bytes = new byte[BYTES_OF_OURS];
        new SecureRandom().nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    static String secretRule(String secret) {
        byte[] key = secret.startsWith(PREFIX) ? decoded(secret.substring(PREFIX.length())) : null;
        return key != null && key.length >= LEAST_BYTES && key.length <= MOST_BYTES
                ? null
                : "must be " + PREFIX + " and " + LEAST_BYTES + " to " + MOST_BYTES + " bytes in base64";
    }

    static Verdict verify(InboundRequest request, String secret, Instant now) {
        return verify(request, List.of(secret), now);
    }

    static Verdict verify(InboundRequest request, List<String> secrets, Instant now) {
        String id = request.header().apply("webhook-id");
        String timestamp = request.header().apply("webhook-timestamp");
        String signatures = request.header().apply("webhook-signature");
        if (id == null || timestamp == null || signatures == null) {
            return new Verdict.Refused("The headers webhook-id, webhook-timestamp and webhook-signature are required.");
        }
        if (id.isBlank() || id.length() > LONGEST_ID) {
            return new Verdict.Refused("The webhook-id must have 1 to " + LONGEST_ID + " characters.");
        }
        if (!timestamp.matches("\\d{1,12}")) {
            return new Verdict.Refused("The webhook-timestamp must be a number of seconds since 1970.");
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
        if (age.abs().compareTo(TOLERANCE) > 0) {
            return new Verdict.Refused("The webhook-timestamp is more than five minutes from now.");
        }
        boolean fits = false;
        for (String secret : secrets) {
            fits |= anyFits(signatures, signature(id, timestamp, request.body(), secret));
        }
        return fits ? new Verdict.Genuine(id) : new Verdict.Refused("No signature in webhook-signature fits.");
    }

    /** The headers of a delivery that is sent now. */
    static Map<String, String> headers(byte[] body, String secret, Instant now) {
        String id = "msg_" + now.toEpochMilli();
        String timestamp = Long.toString(now.getEpochSecond());
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", timestamp,
                "webhook-signature", signature(id, timestamp, body, secret));
    }

    private static boolean anyFits(String signatures, String expected) {
        boolean fits = false;
        for (String signature : signatures.split(" ")) {
            // Without an early end, so that the time tells nothing of which one fits.
            fits |= Hmac.same(signature, expected);
        }
        return fits;
    }

    private static String signature(String id, String timestamp, byte[] body, String secret) {
        byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        return VERSION + Hmac.base64(Hmac.sha256(decoded(secret.substring(PREFIX.length())), head, body));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
