package io.rapport.feedback.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.feedback.privacy.ErasureAsked;
import io.rapport.feedback.queue.Answer;
import io.rapport.feedback.queue.ServiceClient;
import io.rapport.frame.token.Scopes;
import io.rapport.frame.token.TokenGrant;
import io.rapport.frame.token.TokenIssuer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Delivers facts to metrics-service. */
@ApplicationScoped
class Metrics {
    private final ObjectMapper json;
    private final TokenIssuer tokens;
    private final ServiceClient client;
    private final Event<ErasureAsked> erasures;

    Metrics(
            ObjectMapper json,
            TokenIssuer tokens,
            OutboxConfig config,
            @ConfigProperty(name = "rapport.metrics.url") String url,
            MeterRegistry meters,
            Event<ErasureAsked> erasures) {
        this.erasures = erasures;
        this.json = json;
        this.tokens = tokens;
        this.client = new ServiceClient(
                json, URI.create(url + "/internal/v1/facts"), config.timeout(), "metrics-service", meters);
    }

    /** @param upTo every feedback acknowledged before is delivered or parked once these are; null if that isn't so */
    Answer deliver(List<Fact> facts, Instant upTo) {
        Set<String> businesses = facts.stream().map(Fact::businessId).collect(Collectors.toSet());
        TokenGrant grant =
                new TokenGrant("feedback-service", Set.of(Scopes.INTERNAL_FACTS), businesses, TokenGrant.SERVER);
        ObjectNode body = json.createObjectNode();
        body.set("facts", json.valueToTree(facts));
        body.put("upTo", upTo == null ? null : upTo.toString());
        return client.post(tokens.bearer(grant), body, this::taken);
    }

    private Answer taken(JsonNode answer) {
        answer.path("erasures")
                .forEach(one -> erasures.fire(new ErasureAsked(
                        one.path("businessId").asText(), one.path("id").asText())));
        Map<Integer, String> rejected = new HashMap<>();
        answer.path("rejected")
                .forEach(one -> rejected.put(
                        one.path("index").asInt(-1), one.path("detail").asText("refused")));
        return new Answer.Taken(rejected);
    }
}
