package io.rapport.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients are made from docs/openapi.json: what the code serves keeps what it promises. */
class PublishedContractTest {
    private static final String SCHEMAS = "/components/schemas/";

    @Test
    void nothing_that_is_published_breaks() {
        assertThat(Incompatibilities.between(ApiDocuments.published(), ApiDocuments.made()))
                .as("what breaks clients made from docs/openapi.json")
                .isEmpty();
    }

    @Test
    void what_is_published_is_what_is_served() {
        boolean same = ApiDocuments.published().equals(ApiDocuments.made());
        assertThat(same).as(same ? "" : ApiDocuments.howToPublish()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void a_breaking_change_is_found(String what, Consumer<ObjectNode> change, String named) {
        ObjectNode changed = ApiDocuments.published();
        change.accept(changed);
        assertThat(Incompatibilities.between(ApiDocuments.published(), changed))
                .as(what)
                .isNotEmpty()
                .anySatisfy(line -> assertThat(line).contains(named));
    }

    static Stream<Arguments> a_breaking_change_is_found() {
        return Stream.of(
                change("an answer loses a member", properties("MetricResult", p -> p.remove("asOf")), "asOf"),
                change("a figure loses a member", properties("Figure", p -> p.remove("value")), "value"),
                change("a member may be null", type("SurveyItem", "name", "string", "null"), "name"),
                change("a member has another type", type("Recorded", "accepted", "string"), "accepted"),
                change("a request needs a member", require("NewKey", "name"), "name"),
                change("an operation has another name", PublishedContractTest::renameOperation, "/v1/parked"),
                change("a request no longer takes a member", properties("NewKey", p -> p.remove("name")), "name"),
                change("an operation is gone", remove("/v1/parked"), "/v1/parked"),
                change("a request takes fewer values", narrow("SurveyInput", "type"), "custom"),
                change("a query takes fewer values", PublishedContractTest::narrowInterval, "interval"));
    }

    @Test
    void what_is_only_added_breaks_nothing() {
        ObjectNode more = ApiDocuments.published();
        properties("MetricResult", p -> p.putObject("note").put("type", "string"))
                .accept(more);
        properties("NewKey", p -> p.putObject("note").put("type", "string")).accept(more);
        ((ObjectNode) more.at("/paths/~1v1~1parked/get")).put("summary", "Other words");
        properties("SentimentReading", p -> p.withObject("/score").put("description", "Other words"))
                .accept(more);
        assertThat(Incompatibilities.between(ApiDocuments.published(), more)).isEmpty();
    }

    private static Arguments change(String what, Consumer<ObjectNode> change, String named) {
        return Arguments.of(what, change, named);
    }

    private static Consumer<ObjectNode> remove(String path) {
        return document -> document.withObject("/paths").remove(path);
    }

    private static Consumer<ObjectNode> properties(String schema, Consumer<ObjectNode> change) {
        return document -> change.accept((ObjectNode) document.at(SCHEMAS + schema + "/properties"));
    }

    private static Consumer<ObjectNode> type(String schema, String member, String... types) {
        return properties(schema, members -> {
            ArrayNode list = members.withObject("/" + member).putArray("type");
            List.of(types).forEach(list::add);
        });
    }

    private static Consumer<ObjectNode> require(String schema, String member) {
        return document -> ((ObjectNode) document.at(SCHEMAS + schema))
                .withArray("/required")
                .add(member);
    }

    private static Consumer<ObjectNode> narrow(String schema, String member) {
        return properties(schema, members -> removeLast(members.at("/" + member + "/enum")));
    }

    private static void renameOperation(ObjectNode document) {
        ((ObjectNode) document.at("/paths/~1v1~1parked/get")).put("operationId", "parkedItems");
    }

    private static void narrowInterval(ObjectNode document) {
        document.at("/paths/~1v1~1metrics~1{id}/get/parameters").forEach(parameter -> {
            if (parameter.path("name").asText().equals("interval")) {
                removeLast(parameter.at("/schema/enum"));
            }
        });
    }

    private static void removeLast(JsonNode values) {
        ((ArrayNode) values).remove(values.size() - 1);
    }
}
