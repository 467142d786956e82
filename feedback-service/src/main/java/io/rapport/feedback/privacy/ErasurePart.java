package io.rapport.feedback.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.rapport.feedback.queue.Answer;
import io.rapport.feedback.queue.ServiceClient;
import io.rapport.feedback.sql.Sql;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.token.Scopes;
import io.rapport.frame.token.TokenGrant;
import io.rapport.frame.token.TokenIssuer;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * One erasure: asks whom it is of, removes what they said, and tells how much that was. Removal and its counts are one commit,
 * so that they are told right however often this is begun again.
 */
@ApplicationScoped
class ErasurePart {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int LONGEST_SECONDS = 600;

    private static final String DONE = "select removed from erasure_done where business_id = ? and erasure_id = ?";

    private static final String NOTE = """
            insert into erasure_done (business_id, erasure_id, removed, finished_at) values (?, ?, cast(? as jsonb), ?)
            """;

    private final PersonalFeedback feedback;
    private final Sql sql;
    private final BusinessScope scope;
    private final TokenIssuer tokens;
    private final ObjectMapper json;
    private final ServiceClient client;
    private final Clock clock;
    private final String url;

    ErasurePart(
            PersonalFeedback feedback,
            Sql sql,
            BusinessScope scope,
            TokenIssuer tokens,
            ObjectMapper json,
            MeterRegistry meters,
            Clock clock,
            @ConfigProperty(name = "rapport.metrics.url") String url) {
        this.feedback = feedback;
        this.sql = sql;
        this.scope = scope;
        this.tokens = tokens;
        this.json = json;
        this.clock = clock;
        this.url = url;
        this.client = new ServiceClient(json, URI.create(url), TIMEOUT, "metrics-service", meters);
    }

    /** Whether metrics-service has taken it as done. */
    boolean done(String business, String erasure) {
        Optional<JsonNode> before = scope.call(
                Set.of(business), () -> QuarkusTransaction.requiringNew().call(() -> removed(business, erasure)));
        return before.or(() -> order(business, erasure).map(order -> remove(business, erasure, order)))
                .flatMap(counts ->
                        call(business, erasure, json.createObjectNode().set("removed", counts)))
                .isPresent();
    }

    private Optional<JsonNode> removed(String business, String erasure) {
        return sql.first(DONE, row -> row.getString(1), business, erasure).map(this::tree);
    }

    private Optional<PersonOrder> order(String business, String erasure) {
        return call(business, erasure, json.createObjectNode().putNull("removed"))
                .map(answer -> answer.path("order"))
                .filter(JsonNode::isObject)
                .map(PersonOrder::read);
    }

    private JsonNode remove(String business, String erasure, PersonOrder order) {
        return scope.call(
                Set.of(business),
                () -> QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
                    JsonNode counts = json.valueToTree(feedback.remove(business, order));
                    sql.update(NOTE, business, erasure, counts.toString(), clock.instant());
                    return counts;
                }));
    }

    private Optional<JsonNode> call(String business, String erasure, JsonNode body) {
        URI address = URI.create(url + "/internal/v1/erasures/" + erasure + "/part");
        TokenGrant grant = new TokenGrant(
                "feedback-service", Set.of(Scopes.INTERNAL_ERASURES), Set.of(business), TokenGrant.SERVER);
        AtomicReference<JsonNode> taken = new AtomicReference<>();
        client.post(address, tokens.bearer(grant), body, answer -> {
            taken.set(answer);
            return new Answer.Taken(Map.of());
        });
        return Optional.ofNullable(taken.get());
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("PostgreSQL returned JSON that can't be read", impossible);
        }
    }
}
