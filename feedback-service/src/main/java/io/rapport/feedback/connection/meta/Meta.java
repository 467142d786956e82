package io.rapport.feedback.connection.meta;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.connection.Change;
import io.rapport.feedback.connection.Connector;
import io.rapport.feedback.connection.Hmac;
import io.rapport.feedback.connection.InboundRequest;
import io.rapport.feedback.connection.Payloads;
import io.rapport.feedback.connection.Verdict;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Facebook and Instagram have in common: the question {@code hub.challenge} with the token that the business has chosen,
 * {@code X-Hub-Signature-256} with the app's secret over the body, and changes in entries.
 */
abstract class Meta implements Connector {
    static final String GRAPH = "https://graph.facebook.com/v23.0";
    static final String ACCESS_TOKEN = "accessToken";
    private static final String VERIFY_TOKEN = "verifyToken";
    private static final String SIGNATURE = "X-Hub-Signature-256";
    private static final String ALGORITHM = "sha256=";
    private static final int LONGEST_CHALLENGE = 1_000;

    final Payloads payloads;

    Meta(Payloads payloads) {
        this.payloads = payloads;
    }

    /** The name of the payloads' object. */
    abstract String object();

    /** What one change says. */
    abstract List<Change> changes(MetaChange change, ConnectionOptions options);

    @Override
    public SecretUse secretUse() {
        return SecretUse.THEIRS;
    }

    @Override
    public Set<String> credentials() {
        return Set.of(VERIFY_TOKEN, ACCESS_TOKEN);
    }

    @Override
    public Set<String> requiredCredentials() {
        return Set.of(VERIFY_TOKEN);
    }

    @Override
    public void check(JsonInput input) {
        JsonInput settings = input.child("settings");
        if (settings != null) {
            settings.text("source", 100);
            settings.text("location", 200);
        }
    }

    @Override
    public Verdict verify(InboundRequest request, Access access, Instant now) {
        if (request.isQuestion()) {
            return question(request, access);
        }
        String given = request.header(SIGNATURE);
        if (given == null) {
            return new Verdict.Refused("The header " + SIGNATURE + " is required.");
        }
        boolean fits = Hmac.anyFits(given, access.secrets(), secret -> signature(secret, request.body()));
        return fits
                ? new Verdict.Genuine(Hmac.digest(request.body()))
                : new Verdict.Refused(SIGNATURE + " does not fit.");
    }

    private static Verdict question(InboundRequest request, Access access) {
        String token = request.query().apply("hub.verify_token");
        String challenge = request.query().apply("hub.challenge");
        boolean asked = "subscribe".equals(request.query().apply("hub.mode"))
                && challenge != null
                && challenge.length() <= LONGEST_CHALLENGE;
        return asked && Hmac.same(token, access.credential(VERIFY_TOKEN))
                ? new Verdict.Answered(challenge)
                : new Verdict.Refused("hub.mode, hub.challenge and the right hub.verify_token are required.");
    }

    private static String signature(String secret, byte[] body) {
        return ALGORITHM + Hmac.hex(Hmac.sha256(secret, body));
    }

    @Override
    public List<Change> parse(Payload payload, ConnectionOptions options) {
        JsonNode body = payloads.object(payload.body());
        if (!object().equals(body.path("object").asText())) {
            throw Problems.validation("object", "must be " + object());
        }
        JsonNode fetched =
                payload.fetched() == null || payload.fetched().length == 0 ? null : payloads.object(payload.fetched());
        List<Change> all = new ArrayList<>();
        for (JsonNode entry : body.path("entry")) {
            for (JsonNode change : entry.path("changes")) {
                all.addAll(changes(MetaChange.of(entry, change, fetched), options));
            }
        }
        return all;
    }

    @Override
    public Optional<InboundRequest> sample(Access access, Instant now) {
        byte[] body = sample(now).getBytes(StandardCharsets.UTF_8);
        String signature = signature(access.secrets().getFirst(), body);
        return Optional.of(new InboundRequest(Map.of(SIGNATURE, signature)::get, body));
    }

    abstract String sample(Instant now);
}
