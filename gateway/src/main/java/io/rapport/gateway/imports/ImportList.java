package io.rapport.gateway.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.frame.token.Scopes;
import io.rapport.frame.token.TokenGrant;
import io.rapport.frame.token.TokenIssuer;
import io.rapport.gateway.imports.ImportPage.Missing;
import io.rapport.gateway.proxy.Part;
import io.rapport.gateway.proxy.PartCall;
import io.rapport.gateway.proxy.Parts;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * One list of the imports that several services have. A cursor is a time and an id, so each service goes on from the same
 * place; of what they answer, the newest are shown, and the rest comes again with the next page.
 */
@ApplicationScoped
class ImportList {
    private static final Logger LOG = Logger.getLogger(ImportList.class);
    private static final Map<Part, String> SCOPES =
            Map.of(Part.METRICS, Scopes.EVENTS_WRITE, Part.FEEDBACK, Scopes.FEEDBACK_WRITE);
    private static final Comparator<JsonNode> NEWEST_FIRST = Comparator.comparing(
                    (JsonNode one) -> Instant.parse(one.path("createdAt").asText()))
            .thenComparing(one -> one.path("id").asText())
            .reversed();

    private final Parts parts;
    private final TokenIssuer tokens;
    private final ObjectMapper json;

    ImportList(Parts parts, TokenIssuer tokens, ObjectMapper json) {
        this.parts = parts;
        this.tokens = tokens;
        this.json = json;
    }

    /** @param cursor null for the first page */
    ImportPage page(String business, String subject, Set<String> scopes, int limit, String cursor) {
        String question = "/v1/imports?limit=" + limit
                + (cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
        Map<Part, CompletableFuture<JsonNode>> answers = new LinkedHashMap<>();
        for (Part part : List.of(Part.METRICS, Part.FEEDBACK)) {
            String scope = SCOPES.get(part);
            if (scopes.contains(scope)) {
                TokenGrant grant = new TokenGrant(subject, Set.of(scope), Set.of(business), TokenGrant.SERVER);
                answers.put(
                        part,
                        parts.call(part, new PartCall("GET", question, tokens.bearer(grant), null))
                                .thenApply(this::read)
                                .exceptionally(failure -> silent(part, failure)));
            }
        }
        return merged(answers, limit);
    }

    private static ImportPage merged(Map<Part, CompletableFuture<JsonNode>> answers, int limit) {
        List<JsonNode> items = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        boolean more = false;
        for (var answer : answers.entrySet()) {
            JsonNode page = answer.getValue().join();
            if (page.isObject()) {
                page.path("items").forEach(items::add);
                more |= page.hasNonNull("next");
            } else {
                missing.add(new Missing(answer.getKey().label(), "It does not answer at the moment."));
            }
        }
        items.sort(NEWEST_FIRST);
        boolean cut = items.size() > limit;
        List<JsonNode> shown = cut ? items.subList(0, limit) : items;
        return new ImportPage(shown, cut || more ? cursor(shown.getLast()) : null, missing);
    }

    private static String cursor(JsonNode last) {
        return last.path("createdAt").asText() + "_" + last.path("id").asText();
    }

    private JsonNode read(Parts.Answer answer) {
        if (!answer.successful()) {
            throw new IllegalStateException("It answered with status " + answer.status());
        }
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("It answered with what is no JSON", malformed);
        }
    }

    private JsonNode silent(Part part, Throwable failure) {
        LOG.warnf("%s gave no imports: %s", part.label(), failure);
        return json.nullNode();
    }
}
