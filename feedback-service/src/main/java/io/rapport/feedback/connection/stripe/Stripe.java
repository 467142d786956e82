package io.rapport.feedback.connection.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.connection.Change;
import io.rapport.feedback.connection.Connector;
import io.rapport.feedback.connection.Hmac;
import io.rapport.feedback.connection.InboundRequest;
import io.rapport.feedback.connection.Payloads;
import io.rapport.feedback.connection.TimedSignature;
import io.rapport.feedback.connection.Verdict;
import io.rapport.frame.json.JsonInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Payments, refunds and subscriptions of Stripe: {@code Stripe-Signature} over time and body. Stripe tells more than once and
 * in any order, so what happened is named by the object that it happened to and not by the message.
 */
@ApplicationScoped
class Stripe implements Connector {
    private static final String SIGNATURE = "Stripe-Signature";
    private static final String PREFIX = "whsec_";

    private final Payloads payloads;

    Stripe(Payloads payloads) {
        this.payloads = payloads;
    }

    @Override
    public String type() {
        return "stripe";
    }

    @Override
    public SecretUse secretUse() {
        return SecretUse.THEIRS;
    }

    @Override
    public String secretRule(String secret) {
        return secret.startsWith(PREFIX) && secret.length() > PREFIX.length() + 8 && secret.length() <= 200
                ? null
                : "must be the endpoint's signing secret, which begins with " + PREFIX;
    }

    @Override
    public void check(JsonInput input) {
        JsonInput settings = input.child("settings");
        if (settings != null) {
            settings.text("source", 100);
            settings.bool("testMode");
        }
    }

    @Override
    public Verdict verify(InboundRequest request, Access access, Instant now) {
        String wrong =
                TimedSignature.wrong(SIGNATURE, request.header(SIGNATURE), request.body(), access.secrets(), now);
        return wrong == null ? new Verdict.Genuine(messageId(request.body())) : new Verdict.Refused(wrong);
    }

    /** The event's own id; what isn't readable is a message all the same, and is kept. */
    private String messageId(byte[] body) {
        try {
            String id = Payloads.text(payloads.object(body).path("id"));
            return id == null || id.length() > 200 ? Hmac.digest(body) : id;
        } catch (RuntimeException unreadable) {
            return Hmac.digest(body);
        }
    }

    @Override
    public List<Change> parse(Payload payload, ConnectionOptions options) {
        JsonNode event = payloads.object(payload.body());
        if (event.path("livemode").isBoolean() && !event.path("livemode").asBoolean() && !options.flag("testMode")) {
            return List.of(new Change.Passed("of Stripe's test mode"));
        }
        return new StripeEvent(event, options.setting("source", type())).changes();
    }

    @Override
    public Optional<InboundRequest> sample(Access access, Instant now) {
        byte[] body = """
                {"id": "evt_test_%1$d", "object": "event", "type": "charge.succeeded", "created": %1$d, "livemode": true,
                 "data": {"object": {"id": "ch_test_%1$d", "object": "charge", "amount": 1250, "amount_captured": 1250,
                  "captured": true, "currency": "eur", "customer": "cus_test", "created": %1$d}}}""".formatted(now.getEpochSecond()).getBytes(StandardCharsets.UTF_8);
        String header = TimedSignature.sign(body, access.secrets().getFirst(), now);
        return Optional.of(new InboundRequest(Map.of(SIGNATURE, header)::get, body));
    }
}
