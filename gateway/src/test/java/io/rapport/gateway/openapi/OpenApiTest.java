package io.rapport.gateway.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.GatewayTest;
import io.rapport.gateway.access.Routes;
import io.restassured.response.Response;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest extends GatewayTest {

    @Test
    void the_document_is_valid_as_yaml_and_as_json() {
        Response yaml = given().get("/openapi");
        Response json = given().get("/openapi?format=json");
        assertThat(yaml.contentType()).startsWith("application/yaml");
        assertThat(json.contentType()).startsWith("application/json");
        for (Response response : List.of(yaml, json)) {
            SwaggerParseResult result = parse(response.asString());
            assertThat(result.getMessages()).isEmpty();
            assertThat(result.getOpenAPI().getPaths()).isNotEmpty();
        }
        assertThat(given().get("/openapi?format=xml").statusCode()).isEqualTo(400);
    }

    @Test
    void it_holds_the_gateways_own_operations_and_nothing_internal() {
        OpenAPI document = parse(given().get("/openapi").asString()).getOpenAPI();
        assertThat(document.getPaths().keySet())
                .contains(
                        "/v1/businesses",
                        "/v1/businesses/{id}",
                        "/v1/keys",
                        "/v1/keys/{id}",
                        "/v1/organisations",
                        "/v1/engagement")
                .allMatch(path -> path.startsWith("/v1/"));
    }

    @Test
    void every_operation_says_who_may_and_how_it_fails() {
        OpenAPI document = parse(given().get("/openapi").asString()).getOpenAPI();
        assertThat(document.getSecurity()).isNotEmpty();
        assertThat(document.getServers()).isNotEmpty();
        assertThat(document.getTags()).noneMatch(tag -> tag.getName().equals("Internal"));
        assertThat(document.getInfo().getLicense()).isNotNull();
        assertThat(document.getInfo().getContact()).isNotNull();
        List<Operation> operations = document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .toList();
        assertThat(operations).extracting(Operation::getOperationId).doesNotHaveDuplicates();
        assertThat(operations).allSatisfy(operation -> {
            assertThat(operation.getTags()).as(operation.getOperationId()).isNotEmpty();
            assertThat(operation.getSummary()).as(operation.getOperationId()).isNotBlank();
            assertThat(operation.getDescription())
                    .as(operation.getOperationId())
                    .isNotBlank();
            assertThat(operation.getResponses()).containsKeys("401", "429", "503", "default");
        });
    }

    @Test
    void the_scopes_that_it_names_are_those_that_the_door_asks_for() {
        ApiDocuments.made().path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> !path.getKey().startsWith("/v1/webhooks/"))
                .forEach(operation -> {
                    JsonNode named = operation.getValue().path("x-required-scope");
                    assertThat(named.valueStream().map(JsonNode::asText))
                            .as(operation.getKey() + " " + path.getKey())
                            .containsExactlyElementsOf(Routes.scopes(operation.getKey(), path.getKey()));
                    assertThat(operation.getValue().path("description").asText())
                            .contains("Scope: `" + named.path(0).asText());
                }));
    }

    @Test
    void head_answers_as_get_does() {
        Response head = given().head("/openapi");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.contentType()).startsWith("application/yaml");
        assertThat(head.asString()).isEmpty();
    }

    @Test
    void every_path_of_the_services_that_is_open_is_in_it() throws Exception {
        String whole = given().get("/openapi?format=json").asString();
        for (String service : new String[] {"metrics-service", "feedback-service", "sentiment-service"}) {
            try (InputStream file = getClass().getResourceAsStream("/META-INF/apis/" + service + "/openapi.yaml")) {
                if (file != null) {
                    new Trees()
                            .yaml(file).path("paths").properties().stream()
                                    .map(path -> path.getKey())
                                    .filter(path -> path.startsWith("/v1/"))
                                    .forEach(path -> assertThat(whole).contains("\"" + path + "\""));
                }
            }
        }
    }

    @Test
    void the_stored_file_is_what_the_code_says() throws Exception {
        Trees trees = new Trees();
        try (InputStream stored = getClass().getResourceAsStream("/META-INF/apis/gateway/openapi.yaml");
                InputStream generated = given().get("/q/openapi-gateway").asInputStream()) {
            assertThat(trees.yaml(stored))
                    .as(
                            "src/main/openapi/openapi.yaml; write it anew with ./mvnw -f gateway/pom.xml package -DskipTests"
                                    + " -Dquarkus.smallrye-openapi.store-schema-directory=src/main/openapi")
                    .isEqualTo(trees.yaml(generated));
        }
    }

    @Test
    void swagger_ui_shows_it() {
        given().get("/q/swagger-ui/").then().statusCode(200).contentType("text/html");
        assertThat(given().get("/q/swagger-ui/").asString()).contains("/openapi");
    }

    private static SwaggerParseResult parse(String document) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        return new OpenAPIParser().readContents(document, null, options);
    }
}
