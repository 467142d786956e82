package io.rapport.feedback.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.segment.analytics.Analytics;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.PageMessage;
import com.segment.analytics.messages.TrackMessage;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.testing.Doubles;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Segment's own library for Java, told nothing but the connection's address and secret. */
@QuarkusTest
class SegmentLibraryTest extends ConnectionTest {
    private Doubles metrics;
    private HttpServer door;

    /** What the gateway does with an Authorization that is the source's. */
    @BeforeEach
    void start() throws IOException {
        metrics = Doubles.metrics().start();
        door = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        door.createContext("/", this::passOn);
        door.start();
    }

    @AfterEach
    void stop() {
        door.stop(0);
        metrics.close();
    }

    @Test
    void whatTheLibrarySendsBecomesEventsAndLinks() {
        connect("{\"type\": \"segment\", \"name\": \"Our servers\"}");
        Analytics analytics = analytics(secret);
        analytics.enqueue(TrackMessage.builder("Order Completed")
                .userId("c1")
                .anonymousId("v1")
                .properties(Map.of("order_id", "o1", "total", 12.5, "currency", "EUR")));
        analytics.enqueue(
                PageMessage.builder("Menu").anonymousId("v1").properties(Map.of("url", "https://crumb.example/menu")));
        analytics.enqueue(
                IdentifyMessage.builder().userId("c1").anonymousId("v1").traits(Map.of("plan", "gold")));
        analytics.flush();
        List<JsonNode> events = taken(metrics, "/v1/events", 2);
        assertThat(events).extracting(event -> event.path("type").asText()).contains("purchase", "page_view");
        assertThat(events)
                .anyMatch(event -> event.at("/value/amount").asText().equals("12.5")
                        && event.path("customerId").asText().equals("c1"));
        assertThat(taken(metrics, "/v1/identify", 1))
                .anyMatch(link -> link.path("visitorId").asText().equals("v1")
                        && link.path("customerId").asText().equals("c1"));
        analytics.shutdown();
    }

    @Test
    void anotherWriteKeyIsRefused() {
        connect("{\"type\": \"segment\", \"name\": \"Our servers\"}");
        Analytics analytics = analytics(secret + "x");
        analytics.enqueue(TrackMessage.builder("Order Completed").userId("c1"));
        analytics.flush();
        await().atMost(Duration.ofSeconds(20)).until(() -> deliveries()
                .extract()
                .<List<String>>path("items.outcome")
                .contains("rejected"));
        assertThat(metrics.takenAt("/v1/events")).isEmpty();
        analytics.shutdown();
    }

    private Analytics analytics(String writeKey) {
        return Analytics.builder(writeKey)
                .endpoint("http://localhost:" + door.getAddress().getPort() + "/v1/webhooks/" + id)
                .build();
    }

    private void passOn(HttpExchange exchange) throws IOException {
        int status = source().header(
                        "X-Webhook-Authorization", exchange.getRequestHeaders().getFirst("Authorization"))
                .contentType("application/json")
                .body(exchange.getRequestBody().readAllBytes())
                .post(exchange.getRequestURI().toString())
                .statusCode();
        byte[] body = "{\"success\": true}".getBytes();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
