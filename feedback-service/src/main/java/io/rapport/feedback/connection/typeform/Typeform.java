package io.rapport.feedback.connection.typeform;

import io.rapport.feedback.connection.Change;
import io.rapport.feedback.connection.Connector;
import io.rapport.feedback.connection.Hmac;
import io.rapport.feedback.connection.InboundRequest;
import io.rapport.feedback.connection.Payloads;
import io.rapport.feedback.connection.Verdict;
import io.rapport.frame.json.JsonInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers to a Typeform: {@code Typeform-Signature}, {@code sha256=} and base64 over the body. */
@ApplicationScoped
class Typeform implements Connector {
    private static final String SIGNATURE = "Typeform-Signature";
    private static final String ALGORITHM = "sha256=";

    private final Payloads payloads;

    Typeform(Payloads payloads) {
        this.payloads = payloads;
    }

    @Override
    public String type() {
        return "typeform";
    }

    @Override
    public SecretUse secretUse() {
        return SecretUse.OURS;
    }

    @Override
    public void check(JsonInput input) {
        JsonInput settings = input.child("settings");
        if (settings != null) {
            settings.text("source", 100);
            settings.text("touchpoint", 200);
            ScoredQuestion.check(settings);
        }
    }

    @Override
    public Verdict verify(InboundRequest request, Access access, Instant now) {
        String given = request.header(SIGNATURE);
        if (given == null) {
            return new Verdict.Refused("The header " + SIGNATURE + " is required.");
        }
        return Hmac.anyFits(given, access.secrets(), secret -> signature(secret, request.body()))
                ? new Verdict.Genuine(messageId(request.body()))
                : new Verdict.Refused(SIGNATURE + " does not fit.");
    }

    private String messageId(byte[] body) {
        try {
            String id = Payloads.text(payloads.object(body).path("event_id"));
            return id == null || id.length() > 200 ? Hmac.digest(body) : id;
        } catch (RuntimeException unreadable) {
            return Hmac.digest(body);
        }
    }

    private static String signature(String secret, byte[] body) {
        return ALGORITHM + Hmac.base64(Hmac.sha256(secret, body));
    }

    @Override
    public List<Change> parse(Payload payload, ConnectionOptions options) {
        return List.of(new FormResponse(payloads, options).change(payloads.object(payload.body())));
    }

    @Override
    public Optional<InboundRequest> sample(Access access, Instant now) {
        byte[] body = """
                {"event_id": "test", "event_type": "form_response", "form_response": {"form_id": "test", "token": "test",
                 "submitted_at": "%s", "answers": [{"type": "text", "text": "A try-out.",
                  "field": {"id": "f1", "type": "long_text", "ref": "why"}}]}}""".formatted(now).getBytes(StandardCharsets.UTF_8);
        return Optional.of(
                new InboundRequest(Map.of(SIGNATURE, signature(access.secrets().getFirst(), body))::get, body));
    }
}
