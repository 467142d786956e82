package io.rapport.feedback.survey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.testing.Doubles;
import io.rapport.feedback.testing.ServiceTest;
import io.rapport.frame.test.TestTokens;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SurveyTest extends ServiceTest {
    private static final String NPS = """
            {"name": "After a visit", "type": "nps", "question": "How likely are you to recommend us?",
             "touchpoint": "in_store"}""";
    private static final String LONG = """
            {"name": "Checkout", "type": "ces", "languages": ["en"], "questions": [
              {"id": "effort", "type": "ces", "text": "How much effort?"},
              {"id": "why", "type": "text", "text": "Why?"},
              {"id": "how", "type": "choice", "text": "How did you pay?", "options": ["card", "cash"]},
              {"id": "what", "type": "choices", "text": "What did you buy?", "options": ["bread", "cake"]},
              {"id": "again", "type": "boolean", "text": "Again?"}]}""";

    @Test
    void theShortFormIsASurveyOfOneQuestion() {
        ValidatableResponse created = creates(NPS);
        created.header("Location", endsWith("/v1/surveys/" + idOf(created)))
                .body("version", equalTo(1))
                .body("formUrl", endsWith("/forms/" + idOf(created)))
                .body("scale.min", equalTo(0))
                .body("scale.max", equalTo(10))
                .body("scale.good", equalTo("high"))
                .body("questions", hasSize(0));
    }

    @Test
    void eachTypeHasItsUsualScale() {
        creates(LONG)
                .body("scale.min", equalTo(1))
                .body("scale.max", equalTo(7))
                .body("scale.good", equalTo("low"));
        creates("{\"name\": \"n\", \"type\": \"csat\", \"question\": \"q\"}")
                .body("scale.max", equalTo(5))
                .body("scale.good", equalTo("high"));
        creates("{\"name\": \"n\", \"type\": \"custom\", \"question\": \"q\"}").body("scale", nullValue());
        creates(
                        "{\"name\": \"n\", \"type\": \"ces\", \"question\": \"q\", \"scale\": {\"min\": 1, \"max\": 5, \"good\": \"high\"}}")
                .body("scale.max", equalTo(5))
                .body("scale.good", equalTo("high"));
    }

    @Test
    void surveysThatBreakARuleAreRefused() {
        refuses("name", "{\"type\": \"nps\", \"question\": \"q\"}");
        refuses("type", "{\"name\": \"n\", \"type\": \"x\", \"question\": \"q\"}");
        refuses("question", "{\"name\": \"n\", \"type\": \"nps\"}");
        refuses(
                "scale",
                "{\"name\": \"n\", \"type\": \"nps\", \"question\": \"q\", \"scale\": {\"min\": 1, \"max\": 5}}");
        refuses(
                "scale.max",
                "{\"name\": \"n\", \"type\": \"csat\", \"question\": \"q\", \"scale\": {\"min\": 5, \"max\": 1}}");
        refuses(
                "scale",
                "{\"name\": \"n\", \"type\": \"custom\", \"questions\": [{\"id\": \"a\", \"type\": \"scale\", \"text\": \"t\"}]}");
        refuses(
                "questions[0].options",
                "{\"name\": \"n\", \"type\": \"custom\", \"questions\": [{\"id\": \"a\", \"type\": \"choice\", \"text\": \"t\"}]}");
        refuses(
                "questions[1].id",
                "{\"name\": \"n\", \"type\": \"custom\", \"questions\": [{\"id\": \"a\", \"type\": \"text\", \"text\": \"t\"}, {\"id\": \"a\", \"type\": \"text\", \"text\": \"t\"}]}");
        refuses(
                "questions[0].type",
                "{\"name\": \"n\", \"type\": \"nps\", \"question\": \"q\", \"questions\": [{\"id\": \"a\", \"text\": \"t\"}]}");
        refuses("languages", "{\"name\": \"n\", \"type\": \"nps\", \"question\": \"q\", \"languages\": [\"??\"]}");
        refuses("colour", "{\"name\": \"n\", \"type\": \"nps\", \"question\": \"q\", \"colour\": 1}");
        call().body("[]").post("/v1/surveys").then().statusCode(400);
    }

    @Test
    void aSurveyIsReadChangedListedAndEnded() {
        String id = idOf(creates(NPS));
        call().get("/v1/surveys/" + id).then().statusCode(200).body("name", equalTo("After a visit"));
        change(id, "{\"name\": \"Another name\", \"touchpoint\": null}")
                .body("version", equalTo(1))
                .body("touchpoint", nullValue());
        change(id, "{\"question\": \"Would you?\"}").body("version", equalTo(2)).body("name", equalTo("Another name"));
        change(id, "{\"question\": \"Would you?\"}").body("version", equalTo(2));
        call().body("{\"type\": \"csat\"}").patch("/v1/surveys/" + id).then().statusCode(400);
        call().body("{\"question\": null}").patch("/v1/surveys/" + id).then().statusCode(400);
        call().get("/v1/surveys").then().body("items.id", contains(id)).body("next", nullValue());
        call().delete("/v1/surveys/" + id).then().statusCode(204);
        call().get("/v1/surveys/" + id).then().statusCode(404);
        call().delete("/v1/surveys/" + id).then().statusCode(404);
        call().get("/v1/surveys").then().body("items", hasSize(0));
        answer(id, "{\"id\": \"a\", \"score\": 9}").statusCode(404);
    }

    @Test
    void anAnswerIsFeedbackAndCountedOnce() {
        String id = idOf(creates(NPS));
        String body = "{\"id\": \"a-1\", \"score\": 9, \"comment\": \"The bread!\", \"customerId\": \"c1\","
                + " \"occurredAt\": \"2026-03-01T10:00:00Z\"}";
        answer(id, body).statusCode(202).body("accepted", equalTo(1)).body("duplicates", equalTo(0));
        answer(id, body).statusCode(202).body("accepted", equalTo(0)).body("duplicates", equalTo(1));
        feedback("survey:" + id, "a-1")
                .statusCode(200)
                .body("kind", equalTo("survey_response"))
                .body("text", equalTo("The bread!"))
                .body("touchpoint", equalTo("in_store"))
                .body("author.customerId", equalTo("c1"))
                .body("survey.id", equalTo(id))
                .body("survey.version", equalTo(1))
                .body("survey.score", equalTo(9))
                .body("survey.max", equalTo(10))
                .body("revision", equalTo(1));
    }

    @Test
    void anAnswerWithoutATimeIsCountedOnceToo() {
        String id = idOf(creates(NPS));
        answer(id, "{\"id\": \"a\", \"score\": 9}").body("accepted", equalTo(1));
        String at = feedback("survey:" + id, "a").extract().path("occurredAt");
        change(id, "{\"question\": \"Asked otherwise?\"}").body("version", equalTo(2));
        answer(id, "{\"id\": \"a\", \"score\": 9}").body("duplicates", equalTo(1));
        answer(id, "{\"id\": \"a\", \"score\": 3}").body("accepted", equalTo(1));
        feedback("survey:" + id, "a")
                .body("survey.score", equalTo(3))
                .body("occurredAt", equalTo(at))
                .body("revision", equalTo(2));
        answer(id, "{\"id\": \"b\", \"score\": 9}").body("accepted", equalTo(1));
        feedback("survey:" + id, "b").body("survey.version", equalTo(2));
        answer(id, "{\"id\": \"c\", \"score\": 9, \"surveyVersion\": 1}").body("accepted", equalTo(1));
        feedback("survey:" + id, "c").body("survey.version", equalTo(1));
        answer(id, "{\"id\": \"d\", \"score\": 9, \"surveyVersion\": 3}").statusCode(400);
    }

    @Test
    void scoresLieOnTheScale() {
        String id = idOf(creates(NPS));
        for (String score : new String[] {"-1", "11", "9.5", "\"9\"", "[]", "99999999999"}) {
            answer(id, "{\"id\": \"a\", \"score\": " + score + "}")
                    .statusCode(400)
                    .body("errors.field", hasItem("score"));
        }
        answer(id, "{\"id\": \"a\"}").statusCode(400);
        answer(id, "{\"score\": 9}").statusCode(400).body("errors.field", hasItem("id"));
        answer(id, "null").statusCode(400);
        answer(id, "{\"id\": \"\\u0000\", \"score\": 1}").statusCode(400);
        answer(id, "{\"id\": \"a\", \"score\": 1, \"x\": 1}").statusCode(400);
        call().get("/v1/feedback").then().body("items", hasSize(0));
    }

    @Test
    void answersFitTheirQuestions() {
        String id = idOf(creates(LONG));
        answer(id, """
                {"id": "a", "answers": [{"questionId": "effort", "value": 2}, {"questionId": "why", "value": "Quick."},
                  {"questionId": "how", "value": "card"}, {"questionId": "what", "value": ["bread", "cake"]},
                  {"questionId": "again", "value": true}]}""").statusCode(202);
        feedback("survey:" + id, "a")
                .body("survey.score", equalTo(2))
                .body("survey.good", equalTo("low"))
                .body("survey.answers", hasSize(5))
                .body("survey.answers[3].value", contains("bread", "cake"));
        for (String bad : new String[] {
            "\"effort\", \"value\": 8",
            "\"why\", \"value\": 1",
            "\"how\", \"value\": \"gold\"",
            "\"how\", \"value\": null",
            "\"what\", \"value\": [\"bread\", \"bread\"]",
            "\"what\", \"value\": \"bread\"",
            "\"again\", \"value\": \"yes\"",
            "\"none\", \"value\": 1"
        }) {
            answer(id, "{\"id\": \"b\", \"answers\": [{\"questionId\": " + bad + "}]}")
                    .statusCode(400);
        }
        answer(id, "{\"id\": \"b\", \"score\": 3, \"answers\": [{\"questionId\": \"effort\", \"value\": 2}]}")
                .statusCode(400);
    }

    @Test
    void theFactBearsTheSurvey() {
        try (Doubles metrics = Doubles.metrics().start()) {
            String id = idOf(creates(NPS));
            answer(id, "{\"id\": \"a\", \"score\": 9, \"visitorId\": \"v1\"}").statusCode(202);
            await().until(() -> !metrics.factsOf(business).isEmpty());
            JsonNode fact = metrics.factsOf(business).getFirst();
            assertThat(fact.path("survey").toString())
                    .isEqualTo(
                            "{\"id\":\"" + id
                                    + "\",\"version\":1,\"type\":\"nps\",\"score\":9,\"min\":0,\"max\":10,\"good\":\"high\",\"partial\":false}");
            assertThat(fact.path("kind").asText()).isEqualTo("survey_response");
            assertThat(fact.path("source").asText()).isEqualTo("survey:" + id);
            assertThat(fact.path("visitorId").asText()).isEqualTo("v1");
        }
    }

    @Test
    void aPublishableKeyMayAnswerAndNothingElse() {
        String id = idOf(creates(NPS));
        String token = TestTokens.browser(business, "surveys:answer");
        given().header("Authorization", token)
                .contentType("application/json")
                .body("{\"id\": \"a\", \"score\": 9}")
                .post("/v1/surveys/" + id + "/responses")
                .then()
                .statusCode(202);
        given().header("Authorization", token).get("/v1/surveys/" + id).then().statusCode(403);
    }

    @Test
    void anotherBusinessesSurveyIsNotFound() {
        String id = idOf(creates(NPS));
        String other = known(randomBusiness());
        as(other).get("/v1/surveys/" + id).then().statusCode(404);
        as(other)
                .body("{\"id\": \"a\", \"score\": 9}")
                .post("/v1/surveys/" + id + "/responses")
                .then()
                .statusCode(404);
        as(other).body("{\"name\": \"x\"}").patch("/v1/surveys/" + id).then().statusCode(404);
        as(other).delete("/v1/surveys/" + id).then().statusCode(404);
        call().get("/v1/surveys/sv_x").then().statusCode(404);
    }

    @Test
    void theSameIdempotencyKeyMakesOneSurvey() {
        String first = idOf(withKey("k1", NPS).statusCode(201));
        assertThat(idOf(withKey(
                                "k1",
                                NPS.replace("{\"name\": \"After a visit\", ", "{ ")
                                        .replace("\"touchpoint\"", "\"name\": \"After a visit\", \"touchpoint\""))
                        .statusCode(201)))
                .isEqualTo(first);
        withKey("k1", NPS.replace("visit", "trip")).statusCode(409);
        assertThat(idOf(withKey("k2", NPS).statusCode(201))).isNotEqualTo(first);
        withKey("x".repeat(300), NPS).statusCode(400);
        call().delete("/v1/surveys/" + first).then().statusCode(204);
        withKey("k1", NPS).statusCode(409);
    }

    private ValidatableResponse withKey(String key, String body) {
        return call().header("Idempotency-Key", key)
                .body(body)
                .post("/v1/surveys")
                .then();
    }

    private ValidatableResponse creates(String body) {
        return call().body(body).post("/v1/surveys").then().statusCode(201);
    }

    private ValidatableResponse change(String id, String body) {
        return call().body(body).patch("/v1/surveys/" + id).then().statusCode(200);
    }

    private ValidatableResponse answer(String id, String body) {
        return call().body(body).post("/v1/surveys/" + id + "/responses").then();
    }

    private static String idOf(ValidatableResponse survey) {
        return survey.extract().path("id");
    }

    private void refuses(String field, String body) {
        call().body(body).post("/v1/surveys").then().statusCode(400).body("errors.field", hasItem(field));
    }
}
