package io.rapport.feedback.connection.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.feedback.connection.Change;
import io.rapport.feedback.connection.Connector;
import io.rapport.feedback.connection.Hmac;
import io.rapport.feedback.connection.InboundRequest;
import io.rapport.feedback.connection.Payloads;
import io.rapport.feedback.connection.Verdict;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Segment's libraries send, when the connection's address takes the place of theirs: {@code v1/track}, {@code identify},
 * {@code page}, {@code batch} and so on under it, with the connection's secret for a write key.
 */
@ApplicationScoped
class Segment implements Connector {
    private static final Map<String, String> CALLS = Map.ofEntries(
            Map.entry("track", "track"),
            Map.entry("t", "track"),
            Map.entry("identify", "identify"),
            Map.entry("i", "identify"),
            Map.entry("page", "page"),
            Map.entry("p", "page"),
            Map.entry("screen", "screen"),
            Map.entry("s", "screen"),
            Map.entry("alias", "alias"),
            Map.entry("a", "alias"),
            Map.entry("group", "group"),
            Map.entry("g", "group"),
            Map.entry("batch", "batch"),
            Map.entry("b", "batch"),
            Map.entry("import", "batch"));
    private static final int MOST = 5_000;
    private static final String WRITE_KEY = "writeKey";

    private final Payloads payloads;

    Segment(Payloads payloads) {
        this.payloads = payloads;
    }

    @Override
    public String type() {
        return "segment";
    }

    @Override
    public SecretUse secretUse() {
        return SecretUse.OURS;
    }

    @Override
    public String secretRule(String secret) {
        return secret.matches("[A-Za-z0-9_-]{16,100}") ? null : "must be 16 to 100 letters, digits, - and _";
    }

    @Override
    public void check(JsonInput input) {
        JsonInput settings = input.child("settings");
        if (settings != null) {
            settings.text("source", 100);
        }
    }

    @Override
    public Verdict verify(InboundRequest request, Access access, Instant now) {
        if (!Hmac.anyFits(writeKey(request), access.secrets(), secret -> secret)) {
            return new Verdict.Refused(
                    "The connection's secret is required as a write key, by basic authentication or as writeKey.");
        }
        // Some of the libraries end the path with a slash.
        String tail = request.tail().replaceAll("/+$", "");
        String call = CALLS.get(tail.substring(tail.lastIndexOf('/') + 1));
        if (call == null) {
            return new Verdict.Refused("The path must end in track, identify, page, screen, alias, group or batch.");
        }
        return new Verdict.Genuine(Hmac.digest(request.body()), call);
    }

    /** Newer libraries put it into the body. */
    private String writeKey(InboundRequest request) {
        String shown = request.header("Authorization");
        if (shown == null) {
            return writeKeyIn(request.body());
        }
        if (!shown.regionMatches(true, 0, "Basic ", 0, 6)) {
            return null;
        }
        try {
            String written = shown.substring(6).strip();
            byte[] bytes = Base64.getDecoder().decode(written);
            // Base64 of other characters may mean the same bytes; only what a client writes is taken.
            if (!Base64.getEncoder().encodeToString(bytes).equals(written)
                    && !Base64.getEncoder()
                            .withoutPadding()
                            .encodeToString(bytes)
                            .equals(written)) {
                return null;
            }
            String pair = new String(bytes, StandardCharsets.UTF_8);
            return pair.endsWith(":") ? pair.substring(0, pair.length() - 1) : pair;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private String writeKeyIn(byte[] body) {
        try {
            return Payloads.text(payloads.object(body).path(WRITE_KEY));
        } catch (RuntimeException noObject) {
            return null;
        }
    }

    @Override
    public byte[] kept(byte[] body) {
        if (writeKeyIn(body) == null) {
            return body;
        }
        ObjectNode without = payloads.object(body).deepCopy();
        without.remove(WRITE_KEY);
        return payloads.bytes(without);
    }

    @Override
    public List<Change> parse(Payload payload, ConnectionOptions options) {
        JsonNode body = payloads.object(payload.body());
        String source = options.setting("source", type());
        if (!payload.topic().equals("batch")) {
            return new SegmentCall(payloads, body, payload.topic(), payload.receivedAt(), source).changes();
        }
        JsonNode batch = body.path("batch");
        if (!batch.isArray() || batch.size() > MOST) {
            throw Problems.validation("batch", "must be an array of at most " + MOST + " calls");
        }
        List<Change> all = new ArrayList<>();
        for (JsonNode call : batch) {
            all.addAll(new SegmentCall(payloads, call, call.path("type").asText(), payload.receivedAt(), source)
                    .changes());
        }
        return all;
    }

    @Override
    public Optional<InboundRequest> sample(Access access, Instant now) {
        byte[] body = """
                {"type": "track", "messageId": "test", "userId": "test", "event": "Tried Out", "timestamp": "%s"}""".formatted(now).getBytes(StandardCharsets.UTF_8);
        String pair = access.secrets().getFirst() + ":";
        String basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return Optional.of(
                new InboundRequest("POST", "v1/track", name -> null, Map.of("Authorization", basic)::get, body));
    }
}
