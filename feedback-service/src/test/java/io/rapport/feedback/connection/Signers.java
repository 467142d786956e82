package io.rapport.feedback.connection;

import com.standardwebhooks.Webhook;
import com.stripe.net.Webhook.Util;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** Signs deliveries as the sources do, with their own code or at least not with ours. */
final class Signers {
    private Signers() {}

    /** Signs for one kind of source. */
    interface Signer {
        /** @return the headers, by their names in lower case */
        Map<String, String> sign(String secret, byte[] body, Instant at);
    }

    static final Signer STANDARD =
            (secret, body, at) -> standard("msg_" + at.toEpochMilli()).sign(secret, body, at);

    /** Standard Webhooks, for a message of that id. */
    static Signer standard(String id) {
        return (secret, body, at) -> {
            try {
                String signature = new Webhook(secret).sign(id, at.getEpochSecond(), text(body));
                return headers(
                        "webhook-id", id,
                        "webhook-timestamp", Long.toString(at.getEpochSecond()),
                        "webhook-signature", signature);
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        };
    }

    static final Signer STRIPE = (secret, body, at) -> headers("stripe-signature", timed(secret, body, at));

    static final Signer SHOPIFY = (secret, body, at) -> headers(
            "x-shopify-hmac-sha256",
                    Base64.getEncoder().encodeToString(hmac(secret).hmac(body)),
            "x-shopify-topic", "orders/paid",
            "x-shopify-webhook-id", "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043");

    static final Signer TYPEFORM = (secret, body, at) -> headers(
            "typeform-signature",
            "sha256=" + Base64.getEncoder().encodeToString(hmac(secret).hmac(body)));

    static final Signer META = (secret, body, at) ->
            headers("x-hub-signature-256", "sha256=" + hmac(secret).hmacHex(body));

    static final Signer MAILCHIMP = (secret, body, at) -> headers("x-mailchimp-signature", timed(secret, body, at));

    /** As Stripe's library computes it. */
    static String timed(String secret, byte[] body, Instant at) {
        try {
            String time = Long.toString(at.getEpochSecond());
            return "t=" + time + ",v1=" + Util.computeHmacSha256(secret, time + "." + text(body));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A secret of the form that a source uses. */
    static String secret(String type, Random random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return switch (type) {
            case "standard-webhooks" -> "whsec_" + Base64.getEncoder().encodeToString(bytes);
            case "stripe" -> "whsec_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            default -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        };
    }

    private static HmacUtils hmac(String secret) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret);
    }

    private static Map<String, String> headers(String... pairs) {
        Map<String, String> headers = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            headers.put(pairs[i], pairs[i + 1]);
        }
        return headers;
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
