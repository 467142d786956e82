package io.rapport.feedback.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.feedback.queue.Answer;
import io.rapport.feedback.queue.ServiceClient;
import io.rapport.feedback.review.Rating;
import io.rapport.frame.token.Scopes;
import io.rapport.frame.token.TokenGrant;
import io.rapport.frame.token.TokenIssuer;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks the sentiment service for readings. */
@ApplicationScoped
class Sentiment {
    private static final TokenGrant GRANT =
            new TokenGrant("feedback-service", Set.of(Scopes.SENTIMENT_READ), Set.of(), TokenGrant.SERVER);

    private final ObjectMapper json;
    private final TokenIssuer tokens;
    private final ServiceClient client;

    Sentiment(
            ObjectMapper json,
            TokenIssuer tokens,
            ScoringConfig config,
            @ConfigProperty(name = "rapport.sentiment.url") String url,
            MeterRegistry meters) {
        this.json = json;
        this.tokens = tokens;
        this.client = new ServiceClient(
                json, URI.create(url + "/v1/sentiment"), config.timeout(), "sentiment-service", meters);
    }

    /**
     * Has the documents read; each reading that comes back is handed to {@code read}.
     *
     * @param aspects what businesses want to hear about
     */
    Answer read(List<Document> documents, Map<String, JsonNode> aspects, BiConsumer<Document, JsonNode> read) {
        return client.post(tokens.bearer(GRANT), request(documents, aspects), answer -> take(documents, answer, read));
    }

    /** Whether it answers at all. */
    boolean isWell() {
        return probe(answer -> {}) instanceof Answer.Taken;
    }

    /** The model that it reads with; empty where it doesn't say. */
    Optional<String> model() {
        AtomicReference<String> name = new AtomicReference<>();
        probe(answer -> name.set(answer.path("readings").path(0).path("model").textValue()));
        return Optional.ofNullable(name.get());
    }

    private Answer probe(Consumer<JsonNode> look) {
        ArrayNode none = json.createArrayNode();
        none.addObject()
                .put("id", "0")
                .put("text", "Fine.")
                .put("kind", "message")
                .put("language", "en")
                .putNull("rating");
        return client.post(tokens.bearer(GRANT), request(none), answer -> {
            look.accept(answer);
            return new Answer.Taken(Map.of());
        });
    }

    private ObjectNode request(List<Document> documents, Map<String, JsonNode> aspects) {
        ArrayNode array = json.createArrayNode();
        for (int i = 0; i < documents.size(); i++) {
            Document document = documents.get(i);
            ObjectNode asked = array.addObject();
            asked.put("id", Integer.toString(i))
                    .put("text", document.text())
                    .put("kind", document.kind())
                    .put("language", document.language())
                    .set("rating", rating(document.rating()));
            if (aspects.containsKey(document.business())) {
                asked.set("aspects", aspects.get(document.business()));
            }
        }
        return request(array);
    }

    private JsonNode rating(Rating rating) {
        if (rating == null) {
            return json.nullNode();
        }
        ObjectNode object = json.createObjectNode();
        return rating.value() == null
                ? object.put("recommends", rating.recommends())
                : object.put("value", rating.value()).put("min", rating.min()).put("max", rating.max());
    }

    private ObjectNode request(ArrayNode documents) {
        ObjectNode request = json.createObjectNode();
        request.set("documents", documents);
        return request.put("model", "default");
    }

    private static Answer take(List<Document> documents, JsonNode answer, BiConsumer<Document, JsonNode> read) {
        Map<String, JsonNode> readings = new HashMap<>();
        answer.path("readings")
                .forEach(reading -> readings.put(reading.path("id").asText(), reading));
        Map<Integer, String> missing = new HashMap<>();
        for (int i = 0; i < documents.size(); i++) {
            JsonNode reading = readings.get(Integer.toString(i));
            if (reading instanceof ObjectNode found && found.has("label")) {
                found.remove("id");
                read.accept(documents.get(i), found);
            } else {
                missing.put(i, "The sentiment service returned no reading of it.");
            }
        }
        return new Answer.Taken(missing);
    }
}
