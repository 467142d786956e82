package io.rapport.feedback.connection.standardwebhooks;

import io.rapport.feedback.connection.Change;
import io.rapport.feedback.connection.Connector;
import io.rapport.feedback.connection.InboundRequest;
import io.rapport.feedback.connection.Verdict;
import io.rapport.frame.json.JsonInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Any source that signs by Standard Webhooks and delivers feedback in our generic form, or one that a mapping describes. */
@ApplicationScoped
class StandardWebhooks implements Connector {
    private final GenericPayload payload;

    StandardWebhooks(GenericPayload payload) {
        this.payload = payload;
    }

    @Override
    public String type() {
        return "standard-webhooks";
    }

    @Override
    public SecretUse secretUse() {
        return SecretUse.OURS;
    }

    @Override
    public String newSecret() {
        return Signature.newSecret();
    }

    @Override
    public String secretRule(String secret) {
        return Signature.secretRule(secret);
    }

    @Override
    public void check(JsonInput input) {
        Mapping.check(input);
        GenericPayload.checkSettings(input.child("settings"));
    }

    @Override
    public Verdict verify(InboundRequest request, Access access, Instant now) {
        return Signature.verify(request, access.secrets(), now);
    }

    @Override
    public List<Change> parse(Payload delivery, ConnectionOptions options) {
        return List.of(payload.parse(delivery.body(), options));
    }

    @Override
    public Optional<InboundRequest> sample(Access access, Instant now) {
        byte[] body = GenericPayload.sample(now);
        return Optional.of(
                new InboundRequest(Signature.headers(body, access.secrets().getFirst(), now)::get, body));
    }

    @Override
    public int acknowledgement() {
        return 202;
    }
}
