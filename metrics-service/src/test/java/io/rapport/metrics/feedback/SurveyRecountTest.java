package io.rapport.metrics.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.Deed;
import io.rapport.metrics.support.FamilyCheck;
import io.rapport.metrics.support.MetricsTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MetricsTest
class SurveyRecountTest {
    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");
    private static final String PERIOD = "?from=2026-02-17&to=2026-05-03";
    private static final List<String> STEPS =
            List.of("survey_shown", "survey_shown", "survey_started", "survey_completed");

    @ParameterizedTest(name = "{0}, history {1}")
    @CsvSource({"Europe/Dublin, 1", "Asia/Kathmandu, 2"})
    @DisplayName("Every metric of surveys and reviews equals a recount of a random history, exactly")
    void equalsARecount(String zone, long seed) throws JsonProcessingException {
        Random random = new Random(seed);
        Client client = Client.newBusiness(zone);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            answers.add(Answer.any("a" + i, random, START));
        }
        List<Deed> deeds = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            deeds.add(deed("d" + i, random));
        }
        client.facts(String.join(
                        ",",
                        answers.stream().map(one -> one.json(client.business())).toList()))
                .statusCode(200)
                .body("accepted", equalTo(450));
        FamilyCheck.send(client, deeds, random);
        FamilyCheck check = new FamilyCheck(client, ZoneId.of(zone));
        SurveyRecount recount = new SurveyRecount(answers, deeds, check);
        check.equal(
                recount,
                List.of("nps", "ces", "ces_low_effort_share", "csat"),
                List.of("survey", "channel", "location"),
                "");
        check.equal(
                recount,
                List.of("review_count", "average_rating", "review_response_rate", "review_response_time"),
                List.of("channel", "location"),
                "");
        check.equal(
                recount, List.of("survey_response_rate", "survey_completion_rate"), List.of("survey", "channel"), "");
        theMedian(client, answers, check);
        theStars(client, answers, check);
    }

    private static void theMedian(Client client, List<Answer> answers, FamilyCheck check) {
        List<Long> waits = answers.stream()
                .filter(one -> !one.deleted() && one.answeredAt() != null)
                .filter(one -> check.within(one.at(), FamilyCheck.FROM, FamilyCheck.TO))
                .map(one -> Duration.between(one.at(), one.answeredAt()).toSeconds())
                .sorted()
                .toList();
        int half = waits.size() / 2;
        double median = waits.size() % 2 == 1 ? waits.get(half) : (waits.get(half - 1) + waits.get(half)) / 2.0;
        assertThat(client.metric("review_response_time" + PERIOD).extract().asString())
                .contains("\"value\":" + median / 3600 + ",");
    }

    private static void theStars(Client client, List<Answer> answers, FamilyCheck check) {
        List<Integer> counts = new ArrayList<>();
        for (int stars = 1; stars <= 5; stars++) {
            double least = stars - 0.5;
            counts.add((int) answers.stream()
                    .filter(one -> !one.deleted() && one.rating() != null)
                    .filter(one -> check.within(one.at(), FamilyCheck.FROM, FamilyCheck.TO))
                    .filter(one ->
                            one.rating().doubleValue() >= least && one.rating().doubleValue() < least + 1)
                    .count());
        }
        assertThat(client.metric("rating_distribution" + PERIOD)
                        .extract()
                        .jsonPath()
                        .getList("total.parts.count", Integer.class))
                .isEqualTo(counts);
    }

    private static Deed deed(String id, Random random) {
        int survey = random.nextInt(6);
        return new Deed(
                id,
                STEPS.get(random.nextInt(STEPS.size())),
                START.plusSeconds(1_800L * random.nextInt(48 * 100)),
                null,
                "v" + random.nextInt(9),
                survey == 2 ? null : "web",
                null,
                random.nextInt(20) == 0,
                // One and another survey have no answers with us; those of the last two have no events.
                Map.of("surveyId", survey == 5 ? "elsewhere" : survey == 4 ? "unanswered" : "s" + survey / 2));
    }

    @Test
    @DisplayName(
            "Effort asked one way is turned round before it meets effort asked the other way, and the answer says so")
    void effortIsTurnedRound() {
        Client client = Client.newBusiness();
        client.facts(String.join(
                ",",
                ces(client, "easy", 6, 7, "high"),
                ces(client, "hard", 2, 7, "low"),
                ces(client, "five", 5, 5, "high")));
        client.metric("ces" + PERIOD + "&by=direction")
                .body("total.value.toDouble()", closeTo(5.0 / 3, 1e-6), "total.n", equalTo(3))
                .body("total.direction", equalTo("low"), "total.turned", equalTo(2))
                .body("total.interval.method", equalTo("t"), "metric.better", equalTo("lower"))
                .body("breakdown.find { it.key == 'high' }.value.toDouble()", closeTo(1.5, 1e-6))
                .body("breakdown.find { it.key == 'low' }.turned", equalTo(0));
        client.metric("ces_low_effort_share" + PERIOD)
                .body("total.value", equalTo(1.0f), "total.direction", equalTo("low"))
                .body("total.interval.method", equalTo("wilson"));
        Client.newBusiness()
                .metric("ces" + PERIOD)
                .body("total.value", nullValue(), "total.reason", equalTo("no_data"))
                .body("total.direction", equalTo("low"));
    }

    @Test
    void theEvidenceOfAResponseRateIsWhatWasShownAndWhatWasAnswered() {
        Client client = Client.newBusiness();
        client.facts(ces(client, "a", 6, 7, "high"));
        for (String type : List.of("survey_shown", "survey_started")) {
            client.events("""
                    {"id": "%s", "source": "widget", "type": "%s", "occurredAt": "2026-03-01T09:00:00Z", "visitorId": "v1",
                     "channel": "web", "properties": {"surveyId": "s"}}""".formatted(type, type)).statusCode(202);
        }
        client.metric("survey_response_rate" + PERIOD + "&by=survey")
                .body("total.value", equalTo(1.0f), "breakdown.key", hasItem("s"));
        client.metric("survey_response_rate/evidence" + PERIOD)
                .body("items.size()", equalTo(2))
                .body("items.type", hasItem("survey_response"))
                .body("items.id", hasItem("a"));
        client.metric("survey_completion_rate" + PERIOD).body("total.value", equalTo(0.0f), "total.n", equalTo(1));
        client.metric("survey_response_rate" + PERIOD + "&segment=survey==other")
                .body("total.reason", equalTo("no_data"));
    }

    private static String ces(Client client, String id, int score, int max, String good) {
        return new Answer(
                        id,
                        Instant.parse("2026-03-01T10:00:00Z"),
                        "survey_response",
                        false,
                        "none",
                        "north",
                        null,
                        null,
                        "s",
                        "ces",
                        score,
                        max,
                        good,
                        false)
                .json(client.business());
    }
}
