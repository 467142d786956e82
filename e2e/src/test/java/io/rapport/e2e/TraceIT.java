package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.e2e.Collector.Received;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One request, one trace, through every service that has a part in it; and nothing in it of a person. */
@Order(2)
@ExtendWith(SharedProduct.class)
class TraceIT {
    private static final Duration EXPORTED = Duration.ofSeconds(15);
    private Collector collector;
    private Business business;

    @BeforeEach
    void ownBusiness(Product product) {
        collector = product.collector();
        business = Business.create(product, "Traces");
    }

    @Test
    void anEventsTraceGoesOnInTheServiceThatStoresIt() {
        post("trace-event", "/v1/events", Business.pageView("e-1", "v-1", "/"));
        Soon.within(EXPORTED, () -> {
            Received door = door("trace-event");
            Received stored = span(door, "metrics-service");
            assertThat(door.name()).isEqualTo("POST /v1/events");
            assertThat(stored.name()).isEqualTo("POST /v1/events");
            assertThat(stored.attributes()).containsEntry("rapport.request", "trace-event");
            assertThat(List.of(door, stored))
                    .allSatisfy(span -> assertThat(span.attributes()).containsEntry("rapport.business", business.id()));
        });
    }

    @Test
    void aReviewsTraceGoesOnThroughTheQueuesToItsScoreAndItsFigures() {
        post("trace-review", "/v1/feedback", Business.review("r-1", "Lovely bread.", 5));
        Soon.within(EXPORTED, () -> {
            Received door = door("trace-review");
            assertThat(collector.trace(door.trace()).stream().map(Received::service))
                    .contains("gateway", "feedback-service", "sentiment-service", "metrics-service");
            assertThat(collector.trace(door.trace()).stream().map(Received::name))
                    .contains("score texts", "deliver facts", "POST /v1/sentiment", "POST /internal/v1/facts");
            assertThat(orphans(door.trace())).isEmpty();
        });
    }

    @Test
    void aTraceThatTheCallerBeganIsGoneOnWith() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        HttpRequest.Builder request = business.server().request("/v1/metrics");
        business.server()
                .send(request.header("traceparent", "00-" + trace + "-b7ad6b7169203331-01"))
                .expect(200);
        Soon.within(EXPORTED, () -> assertThat(collector.trace(trace).stream().map(Received::service))
                .contains("gateway", "metrics-service"));
    }

    @Test
    void noSpanHoldsAnythingOfAPerson() {
        business.server()
                .delete("/v1/identify/email/canary.person@crumb.example")
                .expect(404);
        business.server().get("/v1/feedback?source=canary-query").expect(200);
        post("trace-person", "/v1/feedback", Business.review("r-2", "Canary words of a review.", 1));
        Soon.within(EXPORTED, () -> assertThat(
                        collector.trace(door("trace-person").trace()).stream().map(Received::name))
                .contains("score texts", "POST /internal/v1/facts"));
        assertThat(collector.spans()).isNotEmpty().allSatisfy(span -> {
            assertThat(span.toString().toLowerCase())
                    .doesNotContain("canary", "127.0.0.1", "java-http-client", "bearer", "sk_", "eyj");
            assertThat(span.attributes()).doesNotContainKeys("client.address", "user_agent.original");
        });
    }

    private void post(String request, String path, Object body) {
        business.server()
                .send(business.server()
                        .request(path)
                        .header("Content-Type", "application/json")
                        .header("X-Request-Id", request)
                        .POST(BodyPublishers.ofString(Json.write(body))))
                .expect(202);
    }

    private Received door(String request) {
        return collector.spans().stream()
                .filter(span -> span.service().equals("gateway"))
                .filter(span -> request.equals(span.attributes().get("rapport.request")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No span of the gateway for " + request));
    }

    private Received span(Received door, String service) {
        return collector.trace(door.trace()).stream()
                .filter(span -> span.service().equals(service))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing of " + service + " in the trace"));
    }

    /** Spans whose parent never came. */
    private List<Received> orphans(String trace) {
        Set<String> known = collector.trace(trace).stream().map(Received::id).collect(Collectors.toSet());
        return collector.trace(trace).stream()
                .filter(span -> !span.parent().isEmpty() && !known.contains(span.parent()))
                .toList();
    }
}
