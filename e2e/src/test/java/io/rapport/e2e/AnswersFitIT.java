package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is answered is what the document says: every member that it requires, and none that it does not name. */
@Order(7)
@ExtendWith(SharedProduct.class)
class AnswersFitIT {
    /** A prediction is by the models of today: it has no past to be held against. */
    private static final String LOOKS_AHEAD = "cltv_predicted";

    private static final SchemaValidatorsConfig FORMATS_HOLD =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private final ObjectNode document;
    private final Client server;
    private final Client admin;

    AnswersFitIT(Product product) {
        document = closed((ObjectNode)
                product.client(null).get("/openapi?format=json").expect(200).json());
        server = product.client(product.keys().path("secretKey").asText());
        admin = product.admin();
    }

    @Test
    void ofEveryMetricInEveryForm() {
        for (JsonNode metric : fits(server, "/v1/metrics", "/v1/metrics")) {
            String path = "/v1/metrics/" + metric.path("id").asText();
            fits(server, "/v1/metrics/{id}", path);
            if (metric.path("shape").asText().matches("scalar|distribution")) {
                fits(server, "/v1/metrics/{id}/evidence", path + "/evidence");
            }
            if (metric.path("shape").asText().matches("scalar|distribution")
                    && !LOOKS_AHEAD.equals(metric.path("id").asText())) {
                fits(server, "/v1/metrics/{id}", path + "?compare=previous");
                fits(server, "/v1/metrics/{id}", path + "?interval=week&from=2020-01-01&to=2020-02-01");
            }
            metric.path("breakdowns")
                    .forEach(dimension -> fits(server, "/v1/metrics/{id}", path + "?by=" + dimension.asText()));
        }
    }

    @Test
    void ofTheBusinessAndWhatItHas() {
        fits(server, "/v1/engagement", "/v1/engagement");
        for (String list : List.of("/v1/surveys", "/v1/connections", "/v1/parked", "/v1/keys")) {
            fits(server, list, list);
        }
        JsonNode feedback =
                fits(server, "/v1/feedback", "/v1/feedback?limit=200").path("items");
        assertThat(feedback).isNotEmpty();
        JsonNode first = feedback.path(0);
        fits(
                server,
                "/v1/feedback/{source}/{id}",
                "/v1/feedback/" + first.path("source").asText() + "/"
                        + first.path("id").asText());
        fits(admin, "/v1/organisations", "/v1/organisations");
        fits(admin, "/v1/businesses", "/v1/businesses")
                .path("items")
                .forEach(business -> fits(
                        admin,
                        "/v1/businesses/{id}",
                        "/v1/businesses/" + business.path("id").asText()));
    }

    @Test
    void ofAFailure() {
        JsonNode problem = server.get("/v1/metrics/nps?from=never").expect(400).json();
        assertThat(errors("/components/responses/BadRequest/content/application~1problem+json/schema", problem))
                .isEmpty();
    }

    private JsonNode fits(Client client, String template, String path) {
        JsonNode answer = client.get(path).expect(200).json();
        String at = "/paths/" + template.replace("/", "~1") + "/get/responses/200/content/application~1json/schema";
        assertThat(errors(at, answer)).as(path).isEmpty();
        return answer;
    }

    private List<String> errors(String at, JsonNode answer) {
        ObjectNode schema = document.at(at).deepCopy();
        schema.set("components", document.path("components"));
        return schemas.getSchema(schema, FORMATS_HOLD).validate(answer).stream()
                .map(Object::toString)
                .limit(10)
                .toList();
    }

    /** What is built into another by {@code allOf} stays open, so that the other may have more. */
    private static ObjectNode closed(ObjectNode document) {
        Set<String> builtIn = new HashSet<>();
        document.findValues("allOf")
                .forEach(parts ->
                        parts.forEach(part -> builtIn.add(part.path("$ref").asText())));
        List<Map.Entry<String, JsonNode>> named =
                new ArrayList<>(document.at("/components/schemas").properties());
        named.stream()
                .filter(schema -> !builtIn.contains("#/components/schemas/" + schema.getKey()))
                .filter(schema -> schema.getValue().has("properties"))
                .filter(schema -> !schema.getValue().has("additionalProperties"))
                .forEach(schema -> ((ObjectNode) schema.getValue()).put("unevaluatedProperties", false));
        return document;
    }
}
