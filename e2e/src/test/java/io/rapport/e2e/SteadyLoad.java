package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Everything that a business sends and asks, all the time: events, reviews, webhooks' deliveries, settings, figures. */
final class SteadyLoad implements AutoCloseable {
    static final int VISITORS = 7;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String TEXT = "Lovely bread %d.";
    private final Writer events;
    private final Writer moreEvents;
    private final Writer reviews;
    private final Writer deliveries;
    private final Writer settings;
    private final Writer questions;

    SteadyLoad(Business business) {
        Client server = business.server();
        JsonNode connection = server.post("/v1/connections", Map.of("type", "standard-webhooks", "name", "Site"))
                .expect(201)
                .json();
        String address = URI.create(connection.path("webhookUrl").asText()).getPath();
        String secret = connection.path("secret").asText();
        events = events(server, "web");
        moreEvents = events(server, "till");
        reviews = new Writer(server, "/v1/feedback", Duration.ofMillis(200), n -> review("r-" + n, n));
        deliveries = new Writer(server, Duration.ofMillis(200), n -> delivery(server.with(null), address, secret, n));
        settings = new Writer(server, Duration.ofMillis(200), n -> rename(server, business.id(), n));
        questions = new Writer(
                server, Duration.ofMillis(200), n -> server.request("/v1/metrics/page_views?" + Business.period())
                        .GET());
    }

    int events() {
        return events.acknowledged() + moreEvents.acknowledged();
    }

    /** Those sent, and those delivered. */
    int reviews() {
        return reviews.acknowledged() + deliveries.acknowledged();
    }

    /** The name that the last acknowledged change gave. */
    String lastName() {
        return name(settings.acknowledged() - 1);
    }

    /** Until so many more of each are acknowledged. */
    void awaitMore(int facts) {
        List<Integer> before = writers().map(Writer::acknowledged).toList();
        await("everything goes on").atMost(PATIENCE).until(() -> {
            List<Integer> now = writers().map(Writer::acknowledged).toList();
            return Stream.iterate(0, i -> i < now.size(), i -> i + 1)
                    .allMatch(i -> now.get(i) >= before.get(i) + facts);
        });
    }

    /** Neither acknowledged nor told to come back later. */
    List<String> unexpected() {
        return all(Writer::unexpected);
    }

    List<String> turnedAway() {
        return all(Writer::turnedAway);
    }

    List<String> broken() {
        return all(Writer::broken);
    }

    @Override
    public void close() throws InterruptedException {
        for (Writer writer : writers().toList()) {
            writer.close();
        }
        assertThat(unexpected()).isEmpty();
    }

    private Stream<Writer> writers() {
        return Stream.of(events, moreEvents, reviews, deliveries, settings, questions);
    }

    private List<String> all(Function<Writer, List<String>> what) {
        return writers().flatMap(writer -> what.apply(writer).stream()).sorted().toList();
    }

    private static Writer events(Client server, String source) {
        return new Writer(server, "/v1/events", Duration.ofMillis(25), n -> {
            Map<String, Object> event = new HashMap<>(Business.pageView("e-" + n, "v-" + n % VISITORS, "/" + n % 5));
            event.put("source", source);
            return event;
        });
    }

    private static Map<String, Object> review(String id, int n) {
        return Business.review(id, TEXT.formatted(n), 1 + n % 5);
    }

    private static HttpRequest.Builder delivery(Client source, String address, String secret, int n) {
        String body = Json.write(review("d-" + n, n));
        String id = "msg_" + n;
        long now = Instant.now().getEpochSecond();
        try {
            return source.request(address)
                    .header("Content-Type", "application/json")
                    .header("webhook-id", id)
                    .header("webhook-timestamp", Long.toString(now))
                    .header("webhook-signature", new Webhook(secret).sign(id, now, body))
                    .POST(BodyPublishers.ofString(body));
        } catch (Exception unsigned) {
            throw new IllegalStateException(unsigned);
        }
    }

    private static HttpRequest.Builder rename(Client server, String business, int n) {
        return server.request("/v1/businesses/" + business)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(Json.write(Map.of("name", name(n)))));
    }

    private static String name(int n) {
        return "Name " + n;
    }
}
