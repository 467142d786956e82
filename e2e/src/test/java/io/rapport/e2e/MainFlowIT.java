package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From one review, one visit and one answer to the figures, within the time that is promised. */
@Order(2)
@ExtendWith(SharedProduct.class)
class MainFlowIT {
    private static final String GOOD = "Wonderful bread, and the staff were lovely. I will come back!";
    private static final String BAD = "Terrible. The bread was stale and the service was rude and awful.";
    private Business business;

    @BeforeEach
    void ownBusiness(Product product) {
        business = Business.create(product, "Main flow");
    }

    @Test
    void aReviewIsScoredAndCountedEverywhere() {
        post(Business.review("r-1", GOOD, 4)).expect(202);
        Soon.shows(() -> {
            business.assertRead(business.feedback("site", "r-1"));
            assertThat(business.count("review_count")).isEqualTo(1);
            assertThat(business.value("average_rating")).isEqualTo(4.0);
            assertThat(business.value("sentiment_score")).isPositive();
            assertThat(share("positive")).isEqualTo(1.0);
            assertThat(business.vital("review_count").path("value").asInt()).isEqualTo(1);
            assertThat(business.vital("sentiment_score").path("value").asDouble())
                    .isPositive();
            assertThat(business.missing()).isEmpty();
        });
        assertThat(business.feedback()).hasSize(1);
        double score =
                business.feedback("site", "r-1").path("reading").path("score").asDouble();
        assertThat(business.value("sentiment_score")).isCloseTo(score, within(1e-3));
    }

    @Test
    void whatTheBusinessWantsToHearAboutIsFoundInOldTextsToo() {
        post(Business.review("r-1", "The starter was wonderful, I love it!", 5)).expect(202);
        Soon.shows(() -> business.assertRead(business.feedback("site", "r-1")));
        assertThat(found("aspect=sourdough")).isZero();
        business.server()
                .call(
                        "PATCH",
                        "/v1/businesses/" + business.id(),
                        Map.of("aspects", List.of(Map.of("category", "sourdough", "words", List.of("starter")))))
                .expect(200);
        Soon.shows(() -> assertThat(found("aspect=sourdough:positive")).isOne());
        assertThat(found("emotion=joy&aspect=sourdough")).isOne();
        assertThat(found("emotion=disgust")).isZero();
        assertThat(business.count("review_count")).isEqualTo(1);
    }

    @Test
    void anEditAndADeletionFollow() {
        post(Business.review("r-1", GOOD, 5)).expect(202);
        post(Business.review("r-2", GOOD, 5)).expect(202);
        Soon.shows(() -> assertThat(share("positive")).isEqualTo(1.0));

        Answer edit = post(Business.review("r-1", BAD, 1)).expect(202);
        assertThat(edit.json().path("accepted").asInt()).isEqualTo(1);
        Soon.shows(() -> {
            JsonNode edited = business.feedback("site", "r-1");
            assertThat(edited.path("revision").asInt()).isEqualTo(2);
            assertThat(edited.path("reading").path("label").asText()).isEqualTo("negative");
            assertThat(business.count("review_count")).isEqualTo(2);
            assertThat(business.value("average_rating")).isEqualTo(3.0);
            assertThat(share("negative")).isEqualTo(0.5);
        });

        business.server().delete("/v1/feedback/site/r-1").expect(204);
        Soon.shows(() -> {
            business.server().get("/v1/feedback/site/r-1").expectProblem(404, "not-found");
            assertThat(business.count("review_count")).isEqualTo(1);
            assertThat(business.value("average_rating")).isEqualTo(5.0);
            assertThat(share("negative")).isZero();
            assertThat(business.vital("average_rating").path("value").asDouble())
                    .isEqualTo(5.0);
        });
    }

    @Test
    void theSameReviewTwiceIsOne() {
        post(Business.review("r-1", GOOD, 4)).expect(202);
        Answer again = post(Business.review("r-1", GOOD, 4)).expect(202);
        assertThat(again.json().path("duplicates").asInt()).isEqualTo(1);
        Soon.shows(() -> assertThat(share("positive")).isEqualTo(1.0));
        assertThat(business.count("review_count")).isEqualTo(1);
        assertThat(business.feedback("site", "r-1").path("revision").asInt()).isEqualTo(1);
    }

    @Test
    void aPageViewShowsInTheWebMetrics() {
        Answer first = business.browser().post("/v1/events", Business.pageView("e-1", "v-1", "/"));
        assertThat(first.expect(202).json().path("accepted").asInt()).isEqualTo(1);
        Soon.shows(() -> {
            for (String metric : List.of("visitors", "visits", "page_views")) {
                assertThat(business.count(metric)).as(metric).isEqualTo(1);
                assertThat(business.vital(metric).path("value").asInt())
                        .as(metric)
                        .isEqualTo(1);
            }
            assertThat(business.value("bounce_rate")).isEqualTo(1.0);
        });
        business.server()
                .post(
                        "/v1/events",
                        List.of(
                                Business.pageView("e-1", "v-1", "/"),
                                Business.pageView("e-2", "v-1", "/menu"),
                                Business.pageView("e-3", "v-2", "/")))
                .expect(202);
        Soon.shows(() -> {
            assertThat(business.count("visitors")).isEqualTo(2);
            assertThat(business.count("visits")).isEqualTo(2);
            assertThat(business.count("page_views")).isEqualTo(3);
            assertThat(business.value("bounce_rate")).isEqualTo(0.5);
        });
    }

    @Test
    void anAnswerShowsInNps() {
        String survey = business.server()
                .post("/v1/surveys", Map.of("name", "After the visit", "type", "nps", "question", "Recommend us?"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        answer(survey, "a-1", 10);
        answer(survey, "a-2", 9);
        answer(survey, "a-3", 7);
        answer(survey, "a-3", 7);
        answer(survey, "a-4", 2);
        Soon.shows(() -> {
            assertThat(business.total("nps").path("n").asInt()).isEqualTo(4);
            assertThat(business.value("nps")).isEqualTo(25.0);
            assertThat(business.vital("nps").path("value").asDouble()).isEqualTo(25.0);
        });
    }

    private void answer(String survey, String id, int score) {
        business.browser()
                .post(
                        "/v1/surveys/" + survey + "/responses",
                        Map.of("id", id, "score", score, "occurredAt", Business.DAY + "T12:00:00Z"))
                .expect(202);
    }

    private Answer post(Map<String, Object> review) {
        return business.server().post("/v1/feedback", review);
    }

    private int found(String query) {
        return business.server()
                .get("/v1/feedback?" + query)
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    private double share(String label) {
        for (JsonNode part : business.total("sentiment_share").path("parts")) {
            if (part.path("key").asText().equals(label)) {
                return part.path("share").asDouble(Double.NaN);
            }
        }
        return Double.NaN;
    }
}
