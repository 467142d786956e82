package io.rapport.feedback.survey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.testing.ServiceTest;
import io.rapport.frame.test.TestTokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AskingTest extends ServiceTest {

    @Test
    void aPageIsOfferedTheSurveysThatAreMeantForIt() {
        String menu = survey("\"widget\": {\"pages\": [\"/menu*\"], \"scrollPercent\": 50, \"share\": 0.25}");
        String all = survey("\"widget\": {}, \"languages\": [\"en\", \"de\"],"
                + " \"translations\": {\"de\": {\"question\": \"Wie?\"}}, \"theme\": {\"colour\": \"#ffee00\"}");
        survey("\"widget\": null");
        offers("{\"page\": \"/menu/cakes\"}").body("items.survey.id", hasSize(2));
        offers("{\"page\": \"/about/menu\", \"language\": \"de-AT\"}")
                .body("items.survey.id", contains(all))
                .body("items[0].survey.questions[0].text", equalTo("Wie?"))
                .body("items[0].survey.questions[0].name", equalTo("score"))
                .body("items[0].widget.share", equalTo(1.0f))
                .body("items[0].words.send", equalTo("Absenden"))
                .body("items[0].onColour", equalTo("#000000"));
        offers("{\"page\": \"/menu\"}")
                .body("items.find { it.survey.id == '" + menu + "' }.widget.scrollPercent", equalTo(50));
        page().body("{}").post("/v1/surveys/offers").then().statusCode(400).body("errors.field", hasItem("page"));
        page().body("{\"page\": \"/\", \"language\": \"?;q\"}")
                .post("/v1/surveys/offers")
                .then()
                .statusCode(400);
    }

    @Test
    void nobodyIsAskedAgainWithinTheQuietDaysWhateverTheSurvey() {
        String first = survey("\"widget\": {}");
        String second = survey("\"widget\": {}");
        shown(first, "{\"visitorId\": \"v1\"}").body("show", equalTo(true));
        shown(first, "{\"visitorId\": \"v1\"}").body("show", equalTo(false));
        shown(second, "{\"visitorId\": \"v1\", \"customerId\": \"c9\"}").body("show", equalTo(false));
        shown(second, "{\"visitorId\": \"v2\"}").body("show", equalTo(true));
        shown(second, "{}").body("show", equalTo(true));
        offers("{\"page\": \"/\", \"visitorId\": \"v1\"}").body("items", hasSize(0));
        call().body("{\"quietDays\": 0}").patch("/v1/surveys/" + second).then().body("version", equalTo(1));
        shown(second, "{\"visitorId\": \"v1\"}").body("show", equalTo(true));
    }

    @Test
    void whoHasAnsweredIsLeftInPeaceByLinksAndPages() {
        String first = survey("\"widget\": {}");
        String second = survey("\"widget\": {}");
        links(second, "\"c1\", \"c2\"").body("items.url", hasSize(2)).body("items[0].reason", nullValue());
        links(second, "\"c1\"").body("items[0].url", notNullValue());
        links(first, "\"c1\", \"c3\"")
                .body("items[0].reason", equalTo("quiet"))
                .body("items[0].url", nullValue())
                .body("items[1].url", notNullValue());
        answer(call(), first, "{\"id\": \"a\", \"score\": 9, \"customerId\": \"c4\"}")
                .body("accepted", equalTo(1));
        shown(second, "{\"customerId\": \"c4\"}").body("show", equalTo(false));
        links(second, "\"c4\"").body("items[0].reason", equalTo("quiet"));
        call().body("{\"customers\": []}")
                .post("/v1/surveys/" + first + "/links")
                .then()
                .statusCode(400);
        page().body("{\"customers\": [\"c\"]}")
                .post("/v1/surveys/" + first + "/links")
                .then()
                .statusCode(403);
    }

    @Test
    void aPageAnswersOnceForACustomerAndChangesNothingOfAServers() {
        String id = survey("\"widget\": {}");
        answer(
                        page(),
                        id,
                        "{\"id\": \"p1\", \"score\": 9, \"customerId\": \"c1\", \"partial\": true, \"channel\": \"web\"}")
                .body("accepted", equalTo(1));
        answer(page(), id, "{\"id\": \"p2\", \"score\": 1, \"customerId\": \"c1\"}")
                .body("duplicates", equalTo(1));
        answer(page(), id, "{\"id\": \"p1\", \"score\": 9, \"comment\": \"Good.\", \"customerId\": \"c1\"}")
                .body("accepted", equalTo(1));
        feedback("survey:" + id, "p1").body("survey.partial", equalTo(false)).body("revision", equalTo(2));
        answer(call(), id, "{\"id\": \"s1\", \"score\": 9, \"customerId\": \"c1\"}")
                .body("accepted", equalTo(1));
        answer(page(), id, "{\"id\": \"s1\", \"score\": 0}").statusCode(409);
        feedback("survey:" + id, "s1").body("survey.score", equalTo(9));
    }

    @Test
    void settingsAndTextsThatBreakARuleAreRefused() {
        refuses("widget.pages", "\"widget\": {\"pages\": [\"menu\"]}");
        refuses("widget.share", "\"widget\": {\"share\": 1.5}");
        refuses("widget.delaySeconds", "\"widget\": {\"delaySeconds\": -1}");
        refuses("widget.colour", "\"widget\": {\"colour\": 1}");
        refuses("quietDays", "\"quietDays\": -1");
        refuses("theme.logoText", "\"theme\": {\"logoText\": \"" + "x".repeat(61) + "\"}");
        refuses("translations.fr", "\"languages\": [\"en\"], \"translations\": {\"fr\": {}}");
        refuses(
                "translations.de.questions.q.options",
                "\"languages\": [\"en\", \"de\"], \"questions\": [{\"id\": \"q\", \"type\": \"choice\", \"text\": \"t\","
                        + " \"options\": [\"a\", \"b\"]}], \"translations\": {\"de\": {\"questions\": {\"q\": {\"options\": [\"x\"]}}}}");
        refuses(
                "questions[0].scale",
                "\"questions\": [{\"id\": \"q\", \"type\": \"nps\", \"text\": \"t\", \"scale\": {\"min\": 1, \"max\": 5}}]");
        refuses(
                "questions[0].scale",
                "\"questions\": [{\"id\": \"q\", \"type\": \"text\", \"text\": \"t\", \"scale\": {\"min\": 1, \"max\": 5}}]");
    }

    @Test
    void eachQuestionHasItsOwnScaleAndACustomSurveyMeasuresWhatItsQuestionDoes() {
        String id = call().body("""
                        {"name": "n", "type": "custom", "questions": [
                          {"id": "ease", "type": "ces", "text": "How easy was it?", "scale": {"min": 1, "max": 7, "good": "high"}},
                          {"id": "stars", "type": "rating", "text": "How was the bread?"}]}""")
                .post("/v1/surveys")
                .then()
                .statusCode(201)
                .body("questions[0].scale.good", equalTo("high"))
                .body("questions[1].scale.max", equalTo(5))
                .extract()
                .path("id");
        answer(call(), id, """
                        {"id": "a", "answers": [{"questionId": "ease", "value": 6}, {"questionId": "stars", "value": 5}]}""").statusCode(202);
        feedback("survey:" + id, "a")
                .body("survey.type", equalTo("ces"))
                .body("survey.score", equalTo(6))
                .body("survey.good", equalTo("high"));
        answer(call(), id, "{\"id\": \"b\", \"answers\": [{\"questionId\": \"stars\", \"value\": 6}]}")
                .statusCode(400);
    }

    private void refuses(String field, String members) {
        call().body("{\"name\": \"n\", \"type\": \"custom\", \"question\": \"q\", " + members + "}")
                .post("/v1/surveys")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(field));
    }

    private String survey(String members) {
        return call().body("{\"name\": \"n\", \"type\": \"nps\", \"question\": \"How?\", " + members + "}")
                .post("/v1/surveys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse offers(String body) {
        return page().body(body).post("/v1/surveys/offers").then().statusCode(200);
    }

    private ValidatableResponse shown(String id, String body) {
        return page().body(body).post("/v1/surveys/" + id + "/shown").then().statusCode(200);
    }

    private ValidatableResponse links(String id, String customers) {
        return call().body("{\"customers\": [" + customers + "]}")
                .post("/v1/surveys/" + id + "/links")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse answer(RequestSpecification as, String id, String body) {
        return as.body(body).post("/v1/surveys/" + id + "/responses").then();
    }

    private RequestSpecification page() {
        return given().header("Authorization", TestTokens.browser(business, "surveys:answer"))
                .contentType("application/json");
    }
}
