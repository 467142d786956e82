package io.rapport.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every body that is asked for or answered is shown by an example, and the example fits its schema. */
class ExamplesTest {
    private static final ObjectNode DOCUMENT = ApiDocuments.made();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig FORMATS_HOLD =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void a_body_has_an_example_that_fits(Body body) {
        List<JsonNode> examples = body.examples();
        assertThat(examples).isNotEmpty();
        JsonSchema schema = body.schema();
        assertThat(examples)
                .allSatisfy(example -> assertThat(schema.validate(example)).isEmpty());
    }

    static List<Body> bodies() {
        List<Body> bodies = new ArrayList<>();
        DOCUMENT.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> Union.METHODS.contains(operation.getKey()))
                .forEach(operation -> add(bodies, operation.getValue())));
        DOCUMENT.at("/components/responses")
                .properties()
                .forEach(response -> add(bodies, response.getKey(), response.getValue()));
        return bodies.stream()
                .filter(body -> !body.name().startsWith("Failure"))
                .toList();
    }

    private static void add(List<Body> bodies, JsonNode operation) {
        String name = operation.path("operationId").asText();
        add(bodies, name + " takes", operation.path("requestBody"));
        operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> add(bodies, name + " answers " + response.getKey(), response.getValue()));
    }

    private static void add(List<Body> bodies, String name, JsonNode holder) {
        holder.path("content").properties().forEach(type -> bodies.add(new Body(name, type.getKey(), type.getValue())));
    }

    private record Body(String name, String type, JsonNode content) {
        List<JsonNode> examples() {
            return Stream.concat(
                            content.path("examples").valueStream().map(example -> example.path("value")),
                            Stream.of(content.path("example")))
                    .filter(example -> !example.isMissingNode())
                    .toList();
        }

        JsonSchema schema() {
            ObjectNode schema = content.path("schema").deepCopy();
            schema.set("components", DOCUMENT.path("components"));
            return SCHEMAS.getSchema(schema, FORMATS_HOLD);
        }

        @Override
        public String toString() {
            return name + " " + type;
        }
    }
}
