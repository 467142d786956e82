package io.rapport.metrics.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.math.Medians;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.Deed;
import io.rapport.metrics.support.FamilyCheck;
import io.rapport.metrics.support.MetricsTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
                List.of("survey", "channel", "location", "direction"),
                "");
        check.equal(
                recount,
                List.of("review_count", "average_rating", "review_response_rate", "review_response_time"),
                List.of("channel", "location"),
                "");
        check.equal(
                recount, List.of("survey_response_rate", "survey_completion_rate"), List.of("survey", "channel"), "");
        noRateIsAboveOne(client);
        theMedian(client, answers, check);
        theStars(client, answers, check);
    }

    private static void noRateIsAboveOne(Client client) {
        for (String rate : List.of("survey_response_rate", "survey_completion_rate")) {
            for (String question : List.of("&by=survey&interval=day", "&by=channel&interval=week")) {
                JsonPath answer =
                        client.metric(rate + PERIOD + question).extract().jsonPath();
                List<Map<String, Object>> figures = new ArrayList<>(answer.getList("series"));
                figures.addAll(answer.getList("breakdown"));
                figures.add(answer.getMap("total"));
                assertThat(figures)
                        .filteredOn(figure -> figure.get("value") != null)
                        .hasSizeGreaterThan(3)
                        .allSatisfy(figure -> assertThat(((Number) figure.get("value")).doubleValue())
                                .isBetween(0.0, 1.0))
                        .allSatisfy(figure -> assertThat(figure.get("interval")).isNotNull());
            }
        }
    }

    @Test
    @DisplayName("Who objects to being tracked, and answers untold, makes the response rate neither larger nor smaller")
    void anAnswerWithoutItsShowingIsNotCounted() {
        Client client = Client.newBusiness();
        client.facts(String.join(
                ",",
                ces(client, "answer-1", 6, 7, "high", "2026-03-01"),
                ces(client, "objector-1", 6, 7, "high", "2026-03-01"),
                ces(client, "objector-2", 6, 7, "high", "2026-03-02")));
        for (int i = 1; i <= 2; i++) {
            client.events("""
                    {"id": "shown-%d", "source": "widget", "type": "survey_shown", "occurredAt": "2026-03-01T09:00:00Z",
                     "visitorId": "v%d", "channel": "web", "properties": {"surveyId": "s", "responseId": "answer-%d"}}""".formatted(i, i, i)).statusCode(202);
        }
        client.metric("survey_response_rate" + PERIOD)
                .body("total.value", equalTo(0.5f), "total.n", equalTo(2), "total.interval", notNullValue());
    }

    @ParameterizedTest(name = "shown on {0}, answered on {1}: {2}")
    @CsvSource({
        "2026-02-27, 2026-03-01, 1",
        "2026-03-01, 2026-03-01, 1",
        "2026-01-25, 2026-03-01, 0",
        "2026-03-02, 2026-03-01, 0"
    })
    @DisplayName("An answer counts on the day of the latest showing before it, within 30 days")
    void anAnswerCountsWithItsShowing(String shown, String answered, int value) {
        Client client = Client.newBusiness();
        client.facts(ces(client, "a", 6, 7, "high", answered));
        client.events("""
                {"id": "shown", "source": "mailer", "type": "survey_shown", "occurredAt": "%sT19:00:00Z",
                 "properties": {"surveyId": "s"}}""".formatted(shown)).statusCode(202);
        LocalDate day = LocalDate.parse(shown);
        client.metric("survey_response_rate?from=" + day + "&to=" + day.plusDays(1))
                .body("total.value.intValue()", equalTo(value), "total.n", equalTo(1));
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
        for (double level : new double[] {0.8, 0.95, 0.99}) {
            JsonPath interval = client.metric("review_response_time" + PERIOD + "&level=" + level)
                    .extract()
                    .jsonPath()
                    .setRootPath("total.interval");
            int rank = (int) Medians.rank(waits.size(), level);
            assertThat(interval.getString("method")).isEqualTo("order_statistics");
            assertThat(interval.getDouble("low")).isCloseTo(waits.get(rank - 1) / 3600.0, within(1e-3));
            assertThat(interval.getDouble("high")).isCloseTo(waits.get(waits.size() - rank) / 3600.0, within(1e-3));
        }
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
                properties(survey == 5 ? "elsewhere" : survey == 4 ? "unanswered" : "s" + survey / 2, random));
    }

    /** Some showings of one survey name the answer that they are for. */
    private static Map<String, Object> properties(String survey, Random random) {
        return survey.equals("s1") && random.nextBoolean()
                ? Map.of("surveyId", survey, "responseId", "a" + random.nextInt(450))
                : Map.of("surveyId", survey);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"ces, 5.0, 1.5", "ces_low_effort_share, 0.0, 1.0"})
    @DisplayName("No total, interval or group spans both wordings; each has its own figure, by itself and by parameter")
    void theTwoWordingsStayApart(String metric, float hard, float easy) {
        Client client = Client.newBusiness();
        client.facts(String.join(
                ",",
                ces(client, "easy", 6, 7, "high", "2026-03-01"),
                ces(client, "five", 5, 5, "high", "2026-03-01"),
                ces(client, "hard", 5, 7, "low", "2026-03-09"),
                ces(client, "later", 5, 7, "low", "2026-04-09")));
        client.metric(metric + PERIOD + "&by=direction&interval=month")
                .body("total.value", nullValue(), "total.reason", equalTo("two_wordings"), "total.n", equalTo(4))
                .body("total.interval", nullValue(), "total.direction", equalTo("low"), "total.turned", equalTo(2))
                .body("total.wordings.good", contains("low", "high"), "total.wordings.n", contains(2, 2))
                .body("total.wordings.value", contains(hard, easy))
                .body("series.value", contains(null, null, hard, null))
                .body("series.reason", contains("no_data", "two_wordings", null, "no_data"))
                .body("breakdown.find { it.key == 'low' }.value", equalTo(hard))
                .body("breakdown.find { it.key == 'high' }.value", equalTo(easy));
        client.metric(metric + PERIOD + "&direction=high")
                .body("total.value", equalTo(easy), "total.n", equalTo(2), "total.turned", equalTo(2))
                .body("total.interval", notNullValue(), "evidence", containsString("direction=high"));
        client.metric(metric + PERIOD + "&direction=low").body("total.value", equalTo(hard));
        client.metric(metric + "/evidence" + PERIOD + "&direction=high")
                .body("items.id", containsInAnyOrder("easy", "five"));
        client.metric(metric + PERIOD + "&segment=direction==low").body("total.value", equalTo(hard));
        client.metric(metric + "?from=2026-03-06&to=2026-03-11&compare=previous")
                .body("total.value", equalTo(hard), "total.change.previous", equalTo(easy))
                .body("total.change.absolute", nullValue(), "total.change.interval", nullValue());
        client.with(Scopes.METRICS_READ)
                .get("/v1/metrics/" + metric + PERIOD + "&direction=both")
                .then()
                .statusCode(400)
                .body("errors.field", contains("direction"));
        Client.newBusiness()
                .metric(metric + PERIOD)
                .body("total.value", nullValue(), "total.reason", equalTo("no_data"))
                .body("total.direction", equalTo("low"), "total.wordings.n", contains(0, 0));
    }

    @Test
    @DisplayName("Effort asked the other way is turned round to 1 for the least effort, from any scale")
    void effortIsTurnedRound() {
        Client client = Client.newBusiness();
        client.facts(String.join(
                ",", ces(client, "easy", 6, 7, "high", "2026-03-01"), ces(client, "five", 5, 5, "high", "2026-03-01")));
        client.metric("ces" + PERIOD)
                .body("total.value", equalTo(1.5f), "total.numerator.toDouble()", closeTo(3, 1e-9))
                .body("total.interval.method", equalTo("t"), "metric.better", equalTo("lower"))
                .body("metric.version", equalTo(2));
        client.metric("ces_low_effort_share" + PERIOD).body("total.interval.method", equalTo("wilson"));
    }

    @Test
    void theEvidenceOfAResponseRateIsWhatWasShownAndWhatWasAnswered() {
        Client client = Client.newBusiness();
        client.facts(ces(client, "a", 6, 7, "high", "2026-03-01"));
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

    private static String ces(Client client, String id, int score, int max, String good, String day) {
        return new Answer(
                        id,
                        Instant.parse(day + "T10:00:00Z"),
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
