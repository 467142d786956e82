package io.rapport.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what, from the outside and from beside. */
@Order(4)
@ExtendWith(SharedProduct.class)
class AccessIT {
    private final Product product;
    private Business business;

    AccessIT(Product product) {
        this.product = product;
    }

    @BeforeEach
    void ownBusiness() {
        business = Business.create(product, "Access");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk_aaaaaaaaaaaaaaaa_01234567890123456789012345678901",
                "pk_aaaaaaaaaaaaaaaa_01234567890123456789012345678901",
                "adm_0123456789012345678901234567890123456789",
                "x",
                "eyJhbGciOiJub25lIn0.e30."
            })
    void anUnknownKeyOpensNothing(String key) {
        for (String path : List.of("/v1/metrics", "/v1/engagement", "/v1/feedback", "/v1/businesses", "/v1/nothing")) {
            product.client(key).get(path).expectProblem(401, "unauthorized");
        }
    }

    @Test
    void noKeyAndAChangedKeyOpenNothing() {
        product.client(null).get("/v1/metrics").expectProblem(401, "unauthorized");
        String key = business.server().key();
        char last = key.charAt(key.length() - 1);
        product.client(key.substring(0, key.length() - 1) + (last == 'a' ? 'b' : 'a'))
                .get("/v1/metrics")
                .expectProblem(401, "unauthorized");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/metrics",
                "/v1/metrics/visits",
                "/v1/metrics/nothing",
                "/v1/engagement",
                "/v1/feedback",
                "/v1/feedback/site/nothing",
                "/v1/nothing",
                "/v1/businesses",
                "/v1/keys"
            })
    void aPublishableKeyReadsNothing(String path) {
        business.browser().get(path).expectProblem(403, "forbidden");
    }

    @Test
    void aPublishableKeyWritesNoOrders() {
        business.browser()
                .post(
                        "/v1/events",
                        Map.of(
                                "id",
                                "o-1",
                                "source",
                                "web",
                                "type",
                                "purchase",
                                "occurredAt",
                                Business.DAY + "T12:00:00Z"))
                .expectProblem(403, "forbidden");
        business.browser()
                .post("/v1/feedback", Business.review("r", "Good.", 5))
                .expectProblem(403, "forbidden");
    }

    @Test
    void administrationIsTheAdminsOnly() {
        business.server()
                .post("/v1/businesses", Map.of("name", "x", "timeZone", "UTC", "currency", "EUR"))
                .expectProblem(403, "forbidden");
        business.server().get("/v1/organisations").expectProblem(403, "forbidden");
    }

    @Test
    void whatBelongsToAnotherBusinessIsNotThere() {
        Client mine = business.server();
        mine.post("/v1/feedback", Business.review("secret", "Good.", 5)).expect(202);
        String survey = created(mine, "/v1/surveys", Map.of("name", "S", "type", "nps", "question", "Q?"));
        String connection = created(mine, "/v1/connections", Map.of("type", "standard-webhooks", "name", "C"));
        String key =
                mine.get("/v1/keys").expect(200).json().findValuesAsText("id").getFirst();
        List<String> paths = List.of(
                "/v1/feedback/site/secret",
                "/v1/surveys/" + survey,
                "/v1/connections/" + connection,
                "/v1/connections/" + connection + "/deliveries",
                "/v1/keys/" + key,
                "/v1/businesses/" + business.id());
        Client other = Business.create(product, "Another").server();
        for (String path : paths) {
            mine.get(path).expect(200);
            other.get(path).expectProblem(404, "not-found");
        }
        for (String path : List.of(paths.get(0), paths.get(1), paths.get(2), paths.get(4))) {
            other.delete(path).expectProblem(404, "not-found");
            mine.get(path).expect(200);
        }
        other.post("/v1/surveys/" + survey + "/responses", Map.of("id", "a", "score", 9))
                .expectProblem(404, "not-found");
    }

    @Test
    void anEndedKeyOpensNothingMore() {
        JsonNode extra = business.server()
                .post("/v1/keys", Map.of("name", "For a while", "kind", "secret"))
                .expect(201)
                .json();
        Client client = product.client(extra.path("key").asText());
        client.get("/v1/metrics").expect(200);
        business.server().delete("/v1/keys/" + extra.path("id").asText()).expect(204);
        Soon.shows(() -> client.get("/v1/metrics").expectProblem(401, "unauthorized"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/v1/facts",
                "/internal/v1/businesses/b_aaaaaaaaaaaaaaaa/settings",
                "/v1/../internal/v1/facts",
                "/v1/metrics/../../internal/v1/facts",
                "/v1/%2e%2e/internal/v1/facts",
                "//internal/v1/facts",
                "/%69nternal/v1/facts"
            })
    void internalPathsAreOutOfReach(String path) {
        for (Client client : List.of(business.server(), product.admin(), product.client(null))) {
            client.post(path, "{}").expectProblem(404, "not-found");
        }
    }

    @Test
    void theServicesBelieveOnlyTokens() {
        for (String key : new String[] {null, business.server().key(), "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."}) {
            Client metrics = new Client(product.url("metrics-service"), key);
            metrics.get("/v1/metrics").expectProblem(401, "unauthorized");
            metrics.post("/v1/events", Business.pageView("e", "v", "/")).expectProblem(401, "unauthorized");
            metrics.post("/internal/v1/facts", "{\"facts\": []}").expectProblem(401, "unauthorized");
            Client feedback = new Client(product.url("feedback-service"), key);
            feedback.get("/v1/feedback").expectProblem(401, "unauthorized");
            feedback.call("PUT", "/internal/v1/businesses/" + business.id() + "/settings", "{}")
                    .expectProblem(401, "unauthorized");
            new Client(product.url("sentiment-service"), key)
                    .post("/v1/sentiment", "{\"documents\": []}")
                    .expectProblem(401, "unauthorized");
        }
    }

    private static String created(Client client, String path, Map<String, Object> body) {
        return client.post(path, body).expect(201).json().path("id").asText();
    }
}
