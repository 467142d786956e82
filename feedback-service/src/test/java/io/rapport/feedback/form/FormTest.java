package io.rapport.feedback.form;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.testing.ServiceTest;
import io.rapport.frame.test.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FormTest extends ServiceTest {
    private static final String NPS = """
            {"name": "After a visit", "type": "nps", "question": "How likely are you to recommend us?",
             "labels": {"low": "Not at all", "high": "Very"}, "touchpoint": "in_store"}""";
    private static final String FOLLOWING = """
            {"name": "Why", "type": "custom", "languages": ["en", "de"], "thanks": "See you soon!", "questions": [
              {"id": "nps", "type": "nps", "text": "Would you recommend us?"},
              {"id": "bad", "type": "text", "text": "What went wrong?", "showIf": {"to": 6}},
              {"id": "good", "type": "choice", "text": "What was best?", "options": ["bread", "cake"], "showIf": {"from": 9}},
              {"id": "again", "type": "boolean", "text": "Will you come again?"}],
             "translations": {"de": {"thanks": "Bis bald!", "questions": {
               "nps": {"text": "Würden Sie uns empfehlen?"}, "good": {"text": "Was war am besten?", "options": ["Brot", "Kuchen"]}}}}}""";

    @Test
    void toLookAtAFormIsNoAnswer() {
        String id = survey(NPS);
        form().get("/forms/" + id + "?score=9&channel=email")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=utf-8")
                .header("Cache-Control", "no-store")
                .body(
                        containsString("value=\"9\" checked"),
                        containsString("Not at all"),
                        containsString("<h1>Crumb</h1>"));
        form().head("/forms/" + id + "?score=9").then().statusCode(200);
        form().get("/forms/" + id + "?score=11").then().statusCode(200).body(not(containsString(" checked")));
        call().get("/v1/feedback").then().body("items", hasSize(0));
    }

    @Test
    void whatIsSentIsOneAnswerHoweverOftenItIsSent() {
        String id = survey(NPS);
        String state = state(open(id, "?score=9&channel=email&location=quay"));
        for (int i = 0; i < 3; i++) {
            String done = send(id, state, "0", Map.of("score", "9", "comment", "The bread!"));
            form().get(done).then().statusCode(200).body(containsString("Thank you!"));
        }
        only().body("items[0].survey.score", equalTo(9))
                .body("items[0].survey.partial", equalTo(false))
                .body("items[0].survey.version", equalTo(1))
                .body("items[0].text", equalTo("The bread!"))
                .body("items[0].channel", equalTo("email"))
                .body("items[0].location", equalTo("quay"))
                .body("items[0].touchpoint", equalTo("in_store"))
                .body("items[0].author", nullValue())
                .body("items[0].revision", equalTo(1));
        send(id, state, "0", Map.of("score", "3"));
        only().body("items[0].survey.score", equalTo(3)).body("items[0].text", nullValue());
    }

    @Test
    void questionsFollowTheScoreAndEachStepIsKept() {
        String id = survey(FOLLOWING);
        String page = open(id, "");
        assertThat(page).contains("Would you recommend us?").doesNotContain("What went wrong?", "Will you come again?");
        String next = send(id, state(page), "0", Map.of("q.nps", "4"));
        only().body("items[0].survey.partial", equalTo(true))
                .body("items[0].survey.type", equalTo("nps"))
                .body("items[0].survey.score", equalTo(4))
                .body("items[0].survey.max", equalTo(10));
        String second = form().get(next).then().statusCode(200).extract().asString();
        assertThat(second)
                .contains("What went wrong?", "Will you come again?", "Step 2 of 2")
                .doesNotContain("What was best?");
        String done = send(id, state(second), "1", Map.of("q.bad", "Cold <b>soup</b>", "q.again", "false"));
        form().get(done).then().body(containsString("See you soon!"));
        only().body("items[0].survey.partial", equalTo(false))
                .body("items[0].text", equalTo("Cold <b>soup</b>"))
                .body("items[0].survey.answers.questionId", hasSize(3))
                .body("items[0].survey.answers.value", hasItem(false));
        assertThat(form().get(next).asString()).contains("Cold &lt;b&gt;soup&lt;/b&gt;");
    }

    @Test
    void aFormSpeaksTheLanguageOfItsReader() {
        String id = survey(FOLLOWING);
        String german = form().header("Accept-Language", "de-AT, en;q=0.5")
                .get("/forms/" + id)
                .asString();
        assertThat(german).contains("lang=\"de\"", "Würden Sie uns empfehlen?", ">Weiter<");
        String next = send(id, state(german), "0", Map.of("q.nps", "10"));
        String second = form().get(next).asString();
        assertThat(second).contains("Brot", "value=\"bread\"", "Will you come again?", ">Ja<");
        assertThat(form().get(send(id, state(second), "1", Map.of("q.good", "bread")))
                        .asString())
                .contains("Bis bald!");
        only().body("items[0].survey.answers[1].value", equalTo("bread")).body("items[0].language", equalTo("de"));
        assertThat(open(id, "?lang=pt")).contains("lang=\"en\"", "Would you recommend us?");
        assertThat(open(id, "?lang=%3B%20q")).contains("Would you recommend us?");
    }

    @Test
    void aNeededAnswerIsAskedForInWords() {
        String id = survey(NPS);
        String state = state(open(id, ""));
        for (String score : new String[] {"", "11", "x", "9.5", "-1"}) {
            form().redirects()
                    .follow(false)
                    .contentType(ContentType.URLENC.withCharset("UTF-8"))
                    .formParams(Map.of("s", state, "page", "0", "score", score, "comment", "Still <here>"))
                    .post("/forms/" + id)
                    .then()
                    .statusCode(400)
                    .body(containsString("role=\"alert\""), containsString("Please choose an answer."))
                    .body(containsString("Still &lt;here&gt;"), containsString("<title>Something is missing: Crumb"));
        }
        call().get("/v1/feedback").then().body("items", hasSize(0));
    }

    @Test
    void aCustomersLinkCanNeitherBeForgedNorUsedTwice() {
        String id = survey(NPS);
        String link = link(id, "c1");
        send(id, state(form().get(link).asString()), "0", Map.of("score", "9"));
        only().body("items[0].author.customerId", equalTo("c1"));
        form().get(link).then().statusCode(200).body(containsString("You have already answered"));
        String other = survey(NPS);
        String token = link.replaceFirst(".*[?]c=([^&]*).*", "$1");
        for (String forged : new String[] {token + "A", "c1", token.substring(0, 20), "%20", ""}) {
            assertThat(open(id, "?c=" + forged)).contains("How likely");
        }
        String anonymous = state(open(other, "?c=" + token));
        send(other, anonymous, "0", Map.of("score", "1"));
        call().get("/v1/feedback?customer=c1").then().body("items", hasSize(1));
    }

    @Test
    void twoOpenPagesOfOneCustomerAreOneAnswer() {
        String id = survey(FOLLOWING);
        String link = link(id, "c1");
        String first = state(form().get(link).asString());
        String second = state(form().get(link).asString());
        send(id, first, "0", Map.of("q.nps", "4"));
        String resumed = form().get(link).asString();
        assertThat(resumed).contains("value=\"4\" checked");
        send(id, state(resumed), "1", Map.of("q.bad", "Cold."));
        only().body("items[0].survey.partial", equalTo(false));
        form().redirects()
                .follow(false)
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParams(Map.of("s", second, "page", "0", "q.nps", "10"))
                .post("/forms/" + id)
                .then()
                .statusCode(200)
                .body(containsString("You have already answered"));
        only().body("items[0].survey.score", equalTo(4));
    }

    @Test
    void anAnswerBelongsToTheWordingThatWasOpen() {
        String id = survey(NPS);
        String state = state(open(id, ""));
        call().body("{\"question\": \"Asked otherwise?\"}")
                .patch("/v1/surveys/" + id)
                .then()
                .body("version", equalTo(2));
        send(id, state, "0", Map.of("score", "9"));
        only().body("items[0].survey.version", equalTo(1));
        assertThat(open(id, "")).contains("Asked otherwise?");
    }

    @Test
    void whatABusinessWritesIsTextAndItsColourReadable() {
        String id = survey(NPS.replace("How likely", "<script>alert(1)</script> How likely")
                .replace(
                        "\"touchpoint\"",
                        "\"theme\": {\"colour\": \"#ffee00\", \"logoText\": \"<b>Crumb</b>\"}, \"touchpoint\""));
        assertThat(open(id, ""))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;b&gt;Crumb&lt;/b&gt;")
                .doesNotContain("<script", "<b>");
        form().get("/forms/" + id + "/style.css")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/css"))
                .body(containsString("--accent:#ffee00;--on-accent:#000000"));
        for (String bad : new String[] {"red", "#fff", "#12345g", "#123456;}", "\\u0000"}) {
            call().body("{\"theme\": {\"colour\": \"" + bad + "\"}}")
                    .patch("/v1/surveys/" + id)
                    .then()
                    .statusCode(400)
                    .body("errors.field", hasItem("theme.colour"));
        }
    }

    @Test
    void whereThereIsNoSurveyAPageSaysSo() {
        String id = survey(NPS);
        for (String none : new String[] {"sv_aaaaaaaaaaaaaaaa", "x", "%3Cscript%3E"}) {
            form().header("Accept-Language", "de")
                    .get("/forms/" + none)
                    .then()
                    .statusCode(404)
                    .contentType("text/html;charset=utf-8")
                    .body(containsString("Hier gibt es keine Umfrage"));
        }
        form().redirects()
                .follow(false)
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParams(Map.of("s", "forged", "score", "9"))
                .post("/forms/" + id)
                .then()
                .statusCode(400)
                .body(containsString("no longer valid"));
        call().delete("/v1/surveys/" + id).then().statusCode(204);
        form().get("/forms/" + id).then().statusCode(410).body(containsString("This survey has ended"));
        form().get("/forms/" + id + "/style.css").then().statusCode(200);
        call().get("/forms/" + id).then().statusCode(403);
        call().get("/v1/feedback").then().body("items", hasSize(0));
    }

    private ValidatableResponse only() {
        return call().get("/v1/feedback").then().statusCode(200).body("items", hasSize(1));
    }

    private String survey(String body) {
        return call().body(body)
                .post("/v1/surveys")
                .then()
                .statusCode(201)
                .body("formUrl", containsString("/forms/sv_"))
                .extract()
                .path("id");
    }

    private String link(String id, String customer) {
        String url = call().body("{\"customers\": [\"" + customer + "\"], \"channel\": \"email\"}")
                .post("/v1/surveys/" + id + "/links")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].url");
        assertThat(url).doesNotContain(customer + "&").contains("&channel=email");
        return url.substring(url.indexOf("/forms/"));
    }

    private String open(String id, String query) {
        return form().get("/forms/" + id + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String state(String page) {
        Matcher found = Pattern.compile("name=\"s\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    /** Where the browser is sent. */
    private static String send(String id, String state, String page, Map<String, String> answers) {
        String location = form().redirects()
                .follow(false)
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParams(Map.of("s", state, "page", page))
                .formParams(answers)
                .post("/forms/" + id)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        return location.substring(location.indexOf("/forms/"));
    }

    private static RequestSpecification form() {
        return given().urlEncodingEnabled(false)
                .header("Authorization", TestTokens.bearer("form", Set.of(), "server", "forms:answer"));
    }
}
