package io.rapport.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.frame.token.Scopes;
import io.rapport.gateway.proxy.Part;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/events, events:write, METRICS",
        "POST, /v1/identify, customers:write, METRICS",
        "DELETE, /v1/customers/c1, customers:write, METRICS",
        "GET, /v1/erasures/er_1, customers:read, METRICS",
        "DELETE, /v1/identify/email/a%2Fb, customers:write, METRICS",
        "POST, /v1/measurements, events:write, METRICS",
        "GET, /v1/metrics, metrics:read, METRICS",
        "GET, /v1/metrics/nps/evidence, metrics:read, METRICS",
        "POST, /v1/metrics/query, metrics:read, METRICS",
        "GET, /v1/feedback/google/r%2F1, feedback:read, FEEDBACK",
        "DELETE, /v1/feedback/google/r-1, feedback:write, FEEDBACK",
        "POST, /v1/surveys, surveys:write, FEEDBACK",
        "POST, /v1/surveys/sv_1/responses, surveys:answer, FEEDBACK",
        "GET, /v1/connections/x/deliveries, connections:read, FEEDBACK",
        "POST, /v1/connections/x/deliveries/1/replay, connections:write, FEEDBACK",
        "GET, /v1/parked, feedback:read, FEEDBACK",
        "POST, /v1/sentiment, sentiment:read, SENTIMENT",
    })
    void each_service_has_its_paths(String method, String path, String scope, Part part) {
        Route route = Routes.find(method, path).orElseThrow();
        assertThat(route.scopes()).containsExactly(scope);
        assertThat(route.part()).isEqualTo(part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/v1/",
                "/v1/nothing",
                "/v1/eventsx",
                "/v1/metrics%2Fquery",
                "/v1/webhooks/x",
                "/v1/webhooks"
            })
    void what_is_not_in_the_table_is_not_served(String path) {
        assertThat(Routes.find("POST", path)).isEmpty();
    }

    @Test
    void a_publishable_key_may_send_events_and_answers_only() {
        Principal page = new Principal(Principal.Kind.PUBLISHABLE, "key:k", "b_x", Scopes.PUBLISHABLE);
        assertThat(Routes.find("POST", "/v1/events").orElseThrow().opensFor(page))
                .isTrue();
        assertThat(Routes.find("POST", "/v1/surveys/s/responses").orElseThrow().opensFor(page))
                .isTrue();
        for (String path : Set.of("/v1/measurements", "/v1/identify", "/v1/events/x", "/v1/surveys", "/v1/feedback")) {
            assertThat(Routes.find("POST", path).orElseThrow().opensFor(page))
                    .as(path)
                    .isFalse();
        }
        assertThat(Routes.find("GET", "/v1/events").orElseThrow().opensFor(page))
                .isFalse();
    }

    @Test
    void a_webhooks_business_is_read_from_its_connection() {
        Principal sender =
                Routes.webhook("/v1/webhooks/cn_abcdefghijklmnop_ABCdef123").orElseThrow();
        assertThat(sender.business()).isEqualTo("b_abcdefghijklmnop");
        assertThat(sender.subject()).isEqualTo("connection:cn_abcdefghijklmnop_ABCdef123");
        assertThat(sender.scopes()).containsExactly(Scopes.WEBHOOKS_RECEIVE);
    }
}
