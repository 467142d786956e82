package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One valid document of everything that is served, and of nothing else. */
@Order(5)
@ExtendWith(SharedProduct.class)
class OpenApiIT {
    private final Client anybody;

    OpenApiIT(Product product) {
        anybody = product.client(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/openapi?format=json"})
    void isValidInBothForms(String path) {
        SwaggerParseResult result = parse(path);
        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getPaths()).isNotEmpty();
    }

    @Test
    void listsTheOperationsOfAllServicesAndNothingInternal() {
        OpenAPI api = parse("/openapi").getOpenAPI();
        assertThat(operations(api))
                .extracting(Named::name)
                .contains(
                        "POST /v1/businesses",
                        "GET /v1/businesses/{id}",
                        "PATCH /v1/businesses/{id}",
                        "POST /v1/organisations",
                        "POST /v1/keys",
                        "GET /v1/engagement",
                        "POST /v1/events",
                        "POST /v1/identify",
                        "POST /v1/measurements",
                        "GET /v1/metrics",
                        "GET /v1/metrics/{id}",
                        "GET /v1/metrics/{id}/evidence",
                        "POST /v1/metrics/query",
                        "POST /v1/feedback",
                        "GET /v1/feedback",
                        "DELETE /v1/feedback/{source}/{id}",
                        "POST /v1/surveys",
                        "POST /v1/surveys/{id}/responses",
                        "POST /v1/connections",
                        "POST /v1/webhooks/{connectionId}",
                        "POST /v1/sentiment");
        assertThat(api.getPaths().keySet()).allMatch(path -> path.startsWith("/v1/"));
    }

    @Test
    void everyOperationSaysWhatItIs() {
        OpenAPI api = parse("/openapi").getOpenAPI();
        List<Named> operations = operations(api);
        for (Named named : operations) {
            Operation operation = named.operation();
            assertThat(operation.getSummary()).as(named.name()).isNotBlank();
            assertThat(operation.getDescription()).as(named.name()).isNotBlank();
            assertThat(operation.getTags()).as(named.name()).isNotEmpty();
            assertThat(operation.getOperationId()).as(named.name()).isNotBlank();
            assertThat(operation.getResponses().keySet())
                    .as(named.name())
                    .anyMatch(status -> status.startsWith("2"))
                    .anyMatch(status -> status.startsWith("4"));
        }
        assertThat(operations)
                .extracting(named -> named.operation().getOperationId())
                .doesNotHaveDuplicates();
    }

    private SwaggerParseResult parse(String path) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        return new OpenAPIV3Parser().readContents(anybody.get(path).expect(200).text(), null, options);
    }

    private static List<Named> operations(OpenAPI api) {
        List<Named> found = new ArrayList<>();
        api.getPaths().forEach((path, item) -> add(found, path, item));
        return found;
    }

    private static void add(List<Named> found, String path, PathItem item) {
        item.readOperationsMap().forEach((method, operation) -> found.add(new Named(method + " " + path, operation)));
    }

    private record Named(String name, Operation operation) {}
}
