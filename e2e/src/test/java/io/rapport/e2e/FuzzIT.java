package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Some dozen mutations of what the OpenAPI document shows for each operation: whatever comes, it is no 500. */
@Order(7)
@ExtendWith(SharedProduct.class)
class FuzzIT {
    private static final long SEED = Long.getLong("rapport.e2e.seed", 20_260_301L);
    private static final int ROUNDS = 60;
    private static final Duration LONGEST = Duration.ofSeconds(50);

    private final Product product;
    private final Random random = new Random(SEED);
    private final Hostile hostile = new Hostile(random);
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    FuzzIT(Product product) {
        this.product = product;
    }

    @Test
    void noMutationOfAnyOperationIsAnInternalError() {
        Business business = Business.create(product, "Fuzzed");
        List<ApiOperation> operations = ApiOperation.read(
                product.client(null).get("/openapi?format=json").expect(200).json(), known(business));
        assertThat(operations).hasSizeGreaterThan(30);
        long deadline = System.nanoTime() + LONGEST.toNanos();
        for (int round = 0; round < ROUNDS && System.nanoTime() < deadline; round++) {
            for (ApiOperation operation : operations) {
                attempt(operation, operation.isForAdmins() ? product.admin() : business.server());
            }
        }
        System.out.println("Fuzzed by seed " + SEED + "; answers by status: " + statuses);
        assertThat(failures).isEmpty();
        assertThat(statuses.keySet()).as("some get through, some don't").contains(200, 202, 400, 404);
        Soon.shows(() -> assertThat(business.missing()).isEmpty());
    }

    /** Ids that exist, so that not everything ends in a 404. */
    private static Map<String, List<String>> known(Business business) {
        business.server()
                .post("/v1/feedback", Business.review("r-1", "Good bread.", 4))
                .expect(202);
        JsonNode survey = business.server()
                .post("/v1/surveys", Map.of("name", "S", "type", "nps", "question", "Q?"))
                .expect(201)
                .json();
        JsonNode connection = business.server()
                .post("/v1/connections", Map.of("type", "standard-webhooks", "name", "C"))
                .expect(201)
                .json();
        String connected = connection.path("id").asText();
        return Map.of(
                "/v1/surveys/", List.of(survey.path("id").asText()),
                "/v1/connections/", List.of(connected),
                "/v1/webhooks/", List.of(connected),
                "/v1/metrics/", List.of("visits", "nps", "sentiment_share"),
                "/v1/businesses/", List.of(business.id()),
                "/v1/identify/", List.of("visitor"),
                "/v1/feedback/", List.of("site", "r-1"));
    }

    private void attempt(ApiOperation operation, Client client) {
        String path = operation.path(hostile);
        String body = operation.body(hostile);
        HttpRequest.Builder request = client.request(path);
        if (body != null) {
            request.header("Content-Type", random.nextInt(20) == 0 ? "text/plain" : operation.mediaType());
        }
        if (random.nextInt(20) == 0) {
            request.header("Accept", "image/png");
        }
        request.method(operation.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        String described = operation.method() + " " + path + " " + shorten(body);
        try {
            judge(client.trySend(request), described);
        } catch (IOException broken) {
            failures.add(described + " → " + broken);
        }
    }

    private void judge(Answer answer, String request) {
        statuses.merge(answer.status(), 1, Integer::sum);
        boolean internal = answer.status() >= 500 && answer.status() != 503;
        boolean unexplained = answer.status() >= 400 && !answer.contentType().startsWith("application/problem+json");
        if (internal || unexplained) {
            failures.add(request + " → " + answer.status() + " " + answer.contentType() + " " + shorten(answer.text()));
        }
    }

    private static String shorten(String text) {
        return text == null || text.length() <= 2_000 ? text : text.substring(0, 2_000) + "…";
    }
}
