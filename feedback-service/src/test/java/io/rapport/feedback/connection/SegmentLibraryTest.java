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
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.sql.Sql;
import io.rapport.feedback.testing.Doubles;
import io.rapport.frame.database.BusinessScope;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Segment's own library for Java, told nothing but the connection's address and secret. */
@QuarkusTest
class SegmentLibraryTest extends ConnectionTest {
    @Inject
    Sql sql;

    @Inject
    BusinessScope scope;

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
        assertThat(kept()).isNotEmpty().noneMatch(body -> body.contains(secret));
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

    /** The key comes within the body, and is no part of what is kept. */
    private List<String> kept() {
        return scope.call(Set.of(business), () -> QuarkusTransaction.requiringNew()
                .call(() ->
                        sql.list("select convert_from(body, 'UTF8') from webhook_delivery", row -> row.getString(1))));
    }

    private Analytics analytics(String writeKey) {
        return Analytics.builder(writeKey)
                .endpoint("http://localhost:" + door.getAddress().getPort() + "/v1/webhooks/" + id)
                .build();
    }

    private void passOn(HttpExchange exchange) throws IOException {
        String shown = exchange.getRequestHeaders().getFirst("Authorization");
        int status = (shown == null ? source() : source().header("X-Webhook-Authorization", shown))
                .contentType("application/json")
                .body(exchange.getRequestBody().readAllBytes())
                .post(exchange.getRequestURI().toString())
                .statusCode();
        byte[] answer = "{\"success\": true}".getBytes();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
