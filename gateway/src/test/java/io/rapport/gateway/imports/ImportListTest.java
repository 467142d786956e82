package io.rapport.gateway.imports;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.GatewayTest;
import io.rapport.gateway.ServiceDouble.Asked;
import io.rapport.gateway.ServiceDouble.Reply;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportListTest extends GatewayTest {
    private static final String[] FACTS = {"2026-03-09", "2026-03-08", "2026-03-03", "2026-03-01"};
    private static final String[] FEEDBACK = {"2026-03-08", "2026-03-07", "2026-03-06"};

    @Test
    void one_list_of_both_services_page_by_page() {
        TestBusiness business = newBusiness();
        metrics.replies(request -> page(request, "im_", FACTS));
        feedback.replies(request -> page(request, "imf_", FEEDBACK));
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            var answer = with(business.secretKey())
                    .get("/v1/imports?limit=2" + next)
                    .then()
                    .statusCode(200)
                    .body("missing", empty())
                    .extract();
            seen.addAll(answer.path("items.id"));
            next = answer.path("next") == null ? null : "&cursor=" + answer.path("next");
            Assertions.assertThat(seen).hasSizeLessThanOrEqualTo(7);
        }
        Assertions.assertThat(seen)
                .containsExactly(
                        id("im_", 0),
                        id("imf_", 0),
                        id("im_", 1),
                        id("imf_", 1),
                        id("imf_", 2),
                        id("im_", 2),
                        id("im_", 3));
    }

    @Test
    void a_service_that_is_down_is_named_and_a_key_sees_what_it_may() {
        metrics.replies(request -> page(request, "im_", FACTS));
        TestBusiness business = newBusiness();
        feedback.close();
        with(business.secretKey())
                .get("/v1/imports")
                .then()
                .statusCode(200)
                .body("missing.part", contains("feedback-service"), "items.size()", equalTo(4), "next", nullValue());
        feedback.start();
        with(business.secretKey())
                .get("/v1/imports?cursor=x")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("cursor"));
        with(business.secretKey())
                .get("/v1/imports?limit=0")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("limit"));
        with(business.publishableKey()).get("/v1/imports").then().statusCode(403);
    }

    private static String id(String prefix, int number) {
        return prefix + String.valueOf((char) ('a' + number)).repeat(16);
    }

    private static Reply page(Asked request, String prefix, String[] days) {
        if (!request.uri().startsWith("/v1/imports")) {
            return Reply.of(204, "");
        }
        List<String> query =
                Arrays.asList(URI.create(request.uri()).getRawQuery().split("&"));
        int limit = Integer.parseInt(query.getFirst().substring("limit=".length()));
        String cursor = query.size() < 2
                ? "9"
                : URLDecoder.decode(query.get(1).substring("cursor=".length()), StandardCharsets.UTF_8);
        List<String> after = IntStream.range(0, days.length)
                .mapToObj(i -> days[i] + "T00:00:00Z_" + id(prefix, i))
                .filter(position -> position.compareTo(cursor) < 0)
                .toList();
        List<String> shown = after.subList(0, Math.min(limit, after.size()));
        String items = String.join(
                ",",
                shown.stream()
                        .map(position -> "{\"createdAt\": \"" + position.split("_", 2)[0] + "\", \"id\": \""
                                + position.split("_", 2)[1] + "\"}")
                        .toList());
        String next = after.size() > limit ? "\"" + shown.getLast() + "\"" : "null";
        return Reply.of(200, "{\"items\": [" + items + "], \"next\": " + next + "}");
    }
}
