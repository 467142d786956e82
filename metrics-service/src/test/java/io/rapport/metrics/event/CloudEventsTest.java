package io.rapport.metrics.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages made by the CloudEvents project's own library are events. */
@MetricsTest
class CloudEventsTest {
    private static final String DATA = """
            {"visitorId": "v", "page": {"url": "https://crumb.example/menu"}, "properties": {"colour": "red"}}""";

    @Inject
    Transactions transactions;

    @Inject
    BusinessScope scope;

    private Client crumb;

    @BeforeEach
    void newBusiness() {
        crumb = Client.newBusiness();
    }

    @Test
    void oneIsAnEventAndItsAttributesAreKept() {
        CloudEvent event = event("1")
                .withSubject("menu")
                .withExtension("traceparent", "00-1-1-00")
                .withExtension("attempt", 3)
                .build();
        one(event).statusCode(202).body("accepted", equalTo(1));
        views(1);
        assertThat(stored("1"))
                .containsEntry("source", "/shop")
                .containsEntry("type", "page_view")
                .containsEntry("occurred_at", "2026-03-01 09:30:00+00")
                .containsEntry("visitor_id", "v")
                .containsEntry("page_url", "https://crumb.example/menu")
                .containsEntry(
                        "properties",
                        "{\"colour\": \"red\", \"cloudEvent\": {\"attempt\": 3, \"subject\": \"menu\","
                                + " \"traceparent\": \"00-1-1-00\"}}");
    }

    @Test
    void theSameEventInAnyFormIsCountedOnce() {
        one(event("1").build()).body("accepted", equalTo(1));
        one(event("1").build()).body("duplicates", equalTo(1));
        batch(List.of(event("1").build(), event("2").build()))
                .statusCode(202)
                .body("accepted", equalTo(1), "duplicates", equalTo(1));
        binary(DATA, "page_view").statusCode(202).body("duplicates", equalTo(1));
        crumb.events(crumb.pageView("1", "v", "2026-03-01T09:30:00Z", "https://crumb.example/")
                        .replace("\"web\"", "\"/shop\""))
                .body("duplicates", equalTo(1));
        views(2);
    }

    @Test
    void withoutDataItIsAnEventAllTheSame() {
        one(event("1").withoutData().build()).statusCode(202).body("accepted", equalTo(1));
    }

    @Test
    void aBrokenRuleIsNamedWhereItStandsAndNothingIsStored() {
        CloudEvent bad = event("2")
                .withType("com.example.PageView")
                .withData("application/json", bytes("{\"visitorId\": 3, \"colour\": 1}"))
                .build();
        batch(List.of(event("1").build(), bad))
                .statusCode(400)
                .body("errors.index", hasItem(1), "errors.field", hasItem("type"))
                .body("errors.field", hasItem("data.visitorId"))
                .body("errors.field", hasItem("data.colour"));
        views(0);
    }

    @Test
    void theEnvelopeHasItsRules() {
        send(CloudEvents.ONE, "{\"id\": \"1\", \"source\": \"s\", \"type\": \"page_view\"}")
                .statusCode(400)
                .body("errors.field", hasItem("specversion"), "errors.field", hasItem("time"));
        String start = "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"s\", \"type\": \"page_view\","
                + " \"time\": \"2026-03-01T09:30:00Z\"";
        send(CloudEvents.ONE, start.replace("1.0", "0.3") + "}").body("errors[0].field", equalTo("specversion"));
        send(CloudEvents.ONE, start.replace("2026", "0001") + "}").body("errors[0].field", equalTo("time"));
        send(CloudEvents.ONE, start + ", \"data\": \"<xml/>\"}").body("errors[0].field", equalTo("data"));
        send(CloudEvents.ONE, start + ", \"data_base64\": \"AA==\"}").body("errors[0].field", equalTo("data_base64"));
        send(CloudEvents.ONE, start + ", \"ext\": {}}").body("errors[0].field", equalTo("ext"));
        send(CloudEvents.ONE, start + ", \"ext\": \"a\\u0000\"}").body("errors[0].field", equalTo("ext"));
        send(CloudEvents.ONE, "[" + start + "}]").statusCode(400);
        send(CloudEvents.BATCH, start + "}").statusCode(400);
        send("application/cloudevents+xml", "<a/>").statusCode(415);
        send("application/cloudevents+avro", "x").statusCode(415);
        views(0);
    }

    @Test
    void attributesMayStandInHeaders() {
        binary(DATA, "page_view").statusCode(202).body("accepted", equalTo(1));
        assertThat(stored("1"))
                .containsEntry("visitor_id", "v")
                .hasEntrySatisfying(
                        "properties", properties -> assertThat(properties).contains("\"subject\": \"Café +1\""));
        binary(DATA, "Page View").statusCode(400).body("detail", containsString("'type'"));
        views(1);
    }

    private void views(int count) {
        crumb.metric("page_views?from=2026-03-01&to=2026-03-02").body("total.value", equalTo(count));
    }

    private static CloudEventBuilder event(String id) {
        return CloudEventBuilder.v1()
                .withId(id)
                .withSource(URI.create("/shop"))
                .withType("page_view")
                .withTime(OffsetDateTime.parse("2026-03-01T10:30:00+01:00"))
                .withData("application/json", bytes(DATA));
    }

    private ValidatableResponse one(CloudEvent event) {
        return send(CloudEvents.ONE, serialized(event));
    }

    private ValidatableResponse batch(List<CloudEvent> events) {
        return send(
                CloudEvents.BATCH,
                "["
                        + String.join(
                                ",",
                                events.stream().map(CloudEventsTest::serialized).toList())
                        + "]");
    }

    private ValidatableResponse binary(String data, String type) {
        return crumb.with(Scopes.EVENTS_WRITE)
                .headers(Map.of(
                        "ce-specversion", "1.0",
                        "ce-id", "1",
                        "ce-source", "/shop",
                        "ce-type", type,
                        "CE-Time", "2026-03-01T09:30:00Z",
                        "ce-subject", "Caf%C3%A9 +1"))
                .body(data)
                .post("/v1/events")
                .then();
    }

    private ValidatableResponse send(String type, String body) {
        EncoderConfig asIs = EncoderConfig.encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .encodeContentTypeAs(type, ContentType.TEXT);
        return RestAssured.given()
                .config(RestAssuredConfig.config().encoderConfig(asIs))
                .header("Authorization", io.rapport.frame.test.TestTokens.server(crumb.business(), Scopes.EVENTS_WRITE))
                .contentType(type)
                .body(body)
                .post("/v1/events")
                .then();
    }

    private static String serialized(CloudEvent event) {
        return new String(new JsonFormat().serialize(event), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, String> stored(String id) {
        return scope.call(
                Set.of(crumb.business()),
                () -> transactions.call(connection -> Sql.of(
                                "select source, type, occurred_at at time zone 'UTC' || '+00' as occurred_at, visitor_id,"
                                        + " page_url, properties::text as properties from event where id = ?",
                                id)
                        .list(
                                connection,
                                row -> Map.of(
                                        "source", row.getString("source"),
                                        "type", row.getString("type"),
                                        "occurred_at", row.getString("occurred_at"),
                                        "visitor_id", row.getString("visitor_id"),
                                        "page_url", row.getString("page_url"),
                                        "properties", row.getString("properties")))
                        .getFirst()));
    }
}
