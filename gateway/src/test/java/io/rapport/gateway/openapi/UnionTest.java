package io.rapport.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class UnionTest {
    private final Trees trees = new Trees();
    private final ObjectNode whole = trees.json("{}");
    private final Union union = new Union(whole, (method, path) -> path.startsWith("/v1/"));

    @Test
    void equal_schemas_become_one_and_different_ones_keep_apart() {
        union.add("gateway", document("/v1/a", "get", "{\"type\": \"string\"}", "{\"type\": \"object\"}"));
        union.add("metrics-service", document("/v1/b", "get", "{\"type\": \"string\"}", "{\"type\": \"array\"}"));
        assertThat(whole.at("/components/schemas").propertyStream().map(schema -> schema.getKey()))
                .containsExactlyInAnyOrder("Same", "Page", "MetricsPage");
        assertThat(reference("/v1/a")).isEqualTo("#/components/schemas/Page");
        assertThat(reference("/v1/b")).isEqualTo("#/components/schemas/MetricsPage");
        assertThat(whole.at("/components/schemas/MetricsPage/type").asText()).isEqualTo("array");
    }

    @Test
    void operations_of_one_name_are_told_apart() {
        union.add("gateway", document("/v1/a", "list", "{}", "{}"));
        union.add("feedback-service", document("/v1/b", "list", "{}", "{}"));
        assertThat(whole.at("/paths/~1v1~1a/get/operationId").asText()).isEqualTo("list");
        assertThat(whole.at("/paths/~1v1~1b/get/operationId").asText()).isEqualTo("Feedback_list");
    }

    @Test
    void what_is_not_served_is_left_out_with_all_that_only_it_needs() {
        union.add("metrics-service", document("/internal/v1/facts", "facts", "{}", "{}"));
        union.add("gateway", document("/v1/a", "get", "{}", "{\"type\": \"object\"}"));
        References.prune(whole);
        assertThat(whole.path("paths").propertyStream().map(path -> path.getKey()))
                .containsExactly("/v1/a");
        assertThat(whole.at("/components/schemas").propertyStream().map(schema -> schema.getKey()))
                .doesNotContain("Same");
    }

    private String reference(String path) {
        return whole.at("/paths/" + path.replace("/", "~1")
                        + "/get/responses/200/content/application~1json/schema/$ref")
                .asText();
    }

    private ObjectNode document(String path, String operation, String same, String page) {
        return trees.json("""
                {"paths": {"%s": {"get": {"operationId": "%s", "security": [], "responses": {"200": {"content":
                   {"application/json": {"schema": {"$ref": "#/components/schemas/Page"}}}}}}}},
                 "components": {"schemas": {"Same": %s, "Page": %s}}}
                """.formatted(path, operation, same, page));
    }
}
