package io.rapport.feedback.inbox;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.testing.ServiceTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class InboxTest extends ServiceTest {
    @Test
    void whatIsNotSentStaysAndNullTakesItAway() {
        accepts(review("r", "The queue!"));
        feedback("site", "r")
                .body("handling.state", equalTo("open"))
                .body("handling.assignee", nullValue())
                .body("handling.tags", empty())
                .body("handling.notes", equalTo(0));
        handle(
                        "r",
                        "{\"assignee\": \"mia\", \"tags\": [\"queue\", \"bread\", \"queue\"], \"dueAt\": \"2030-01-01T10:00:00Z\"}")
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("tags", contains("bread", "queue"))
                .body("dueAt", equalTo("2030-01-01T10:00:00Z"));
        handle("r", "{\"state\": \"in_progress\", \"dueAt\": null}")
                .body("state", equalTo("in_progress"))
                .body("assignee", equalTo("mia"))
                .body("tags", contains("bread", "queue"))
                .body("dueAt", nullValue());
        handle("r", "{\"assignee\": null, \"tags\": []}")
                .body("assignee", nullValue())
                .body("tags", empty());
    }

    @Test
    void theListIsFilteredByHowFeedbackIsHandled() {
        accepts("[" + review("a", "one", ", \"page\": \"/menu\"") + "," + review("b", "two") + ","
                + review("c", "three") + "]");
        handle("a", "{\"assignee\": \"mia\", \"tags\": [\"queue\"]}");
        handle("b", "{\"state\": \"done\"}");
        call().body("{\"text\": \"Thanks\"}")
                .post("/v1/feedback/site/c/reply")
                .then()
                .statusCode(201);
        lists("answered=true", "c");
        lists("answered=false", "b", "a");
        lists("assignee=mia", "a");
        lists("tag=queue", "a");
        lists("page=/menu", "a");
        lists("state=done", "b");
        lists("state=open", "c", "a");
        lists("state=in_progress");
        lists("tag=queue&answered=true");
        call().get("/v1/feedback?answered=maybe").then().statusCode(400).body("errors.field", hasItem("answered"));
    }

    @Test
    void notesAreListedInTheirOrderAndDeleted() {
        accepts(review("r", "The queue!"));
        String first = note("r", "{\"text\": \"Called\", \"author\": \"Mia\"}")
                .statusCode(201)
                .body("author", equalTo("Mia"))
                .extract()
                .path("id");
        note("r", "{\"text\": \"Called again\"}").statusCode(201);
        call().get("/v1/feedback/site/r/notes").then().body("items.text", contains("Called", "Called again"));
        feedback("site", "r").body("handling.notes", equalTo(2));
        as(known(randomBusiness())).get("/v1/feedback/site/r/notes").then().statusCode(404);
        call().delete("/v1/feedback/site/r/notes/" + first).then().statusCode(204);
        call().delete("/v1/feedback/site/r/notes/" + first).then().statusCode(404);
        call().get("/v1/feedback/site/r/notes").then().body("items.text", contains("Called again"));
    }

    @Test
    void badHandlingsAreNamed() {
        accepts(review("r", "The queue!"));
        for (String body : new String[] {
            "{\"state\": \"lost\"}", "{\"state\": null}", "{\"tags\": \"queue\"}", "{\"tags\": [\" \"]}",
            "{\"dueAt\": \"tomorrow\"}", "{\"dueAt\": \"2999-01-01T00:00:00Z\"}", "{\"owner\": \"mia\"}", "[]"
        }) {
            handle("r", body).statusCode(400);
        }
        handle("none", "{\"state\": \"done\"}").statusCode(404);
        note("r", "{\"text\": \" \"}").statusCode(400);
        note("none", "{\"text\": \"x\"}").statusCode(404);
    }

    @Test
    void whoeverIsUnhappyOrFullOfPraiseIsToBeAnswered() {
        Instant said = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(3, ChronoUnit.DAYS);
        accepts("[" + starred("bad", 2, said) + "," + starred("fine", 3, said) + "," + starred("answered", 1, said)
                + "]");
        call().body("{\"text\": \"Sorry\"}").post("/v1/feedback/site/answered/reply");
        String survey = call().body("{\"name\": \"N\", \"type\": \"nps\", \"question\": \"Would you?\"}")
                .post("/v1/surveys")
                .path("id");
        answer(survey, "low", 6, said);
        answer(survey, "middle", 8, said);
        answer(survey, "high", 9, said);
        followUps("")
                .body("items.feedback.id", contains("bad", "low", "high"))
                .body("items.who", contains("detractor", "detractor", "promoter"))
                .body("items.overdue", contains(true, true, false))
                .body("items[0].dueAt", equalTo(said.plus(2, ChronoUnit.DAYS).toString()));
        followUps("?who=promoter").body("items.feedback.id", contains("high"));
        followUps("?overdue=false").body("items.feedback.id", contains("high"));
        String next = followUps("?limit=2").extract().path("next");
        followUps("?limit=2&cursor=" + next)
                .body("items.feedback.id", contains("high"))
                .body("next", nullValue());

        call().body("{\"detractorDays\": 30, \"promoterDays\": 0}")
                .put("/v1/follow-ups/rule")
                .then()
                .statusCode(200);
        handle("bad", "{\"assignee\": \"mia\", \"dueAt\": \"2030-01-01T00:00:00Z\"}");
        followUps("").body("items.feedback.id", contains("high", "low", "bad"));
        followUps("?assignee=mia").body("items.feedback.id", contains("bad"));
        handle("bad", "{\"state\": \"done\"}");
        followUps("").body("items.feedback.id", contains("high", "low"));
        call().body("{\"detractorDays\": -1, \"promoterDays\": 0}")
                .put("/v1/follow-ups/rule")
                .then()
                .statusCode(400);
        as(known(randomBusiness())).get("/v1/follow-ups").then().body("items", empty());
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            delimiterString = "; ",
            value = {
                "csat; null; 1,2",
                "csat; {\"min\": 1, \"max\": 7, \"good\": \"high\"}; 1,2",
                "ces; null; 5,6",
                "ces; {\"min\": 1, \"max\": 7, \"good\": \"high\"}; 1,2,3",
                "custom; {\"min\": 1, \"max\": 5, \"good\": \"high\"}; "
            })
    void whoeverWasNotContentOrHadMuchEffortIsToBeAnswered(String type, String scale, String unhappy) {
        Instant said = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(1, ChronoUnit.DAYS);
        String survey = call().body("{\"name\": \"N\", \"type\": \"%s\", \"question\": \"How?\", \"scale\": %s}"
                        .formatted(type, scale))
                .post("/v1/surveys")
                .path("id");
        for (int score = 1; score <= (type.equals("ces") ? 6 : 5); score++) {
            answer(survey, String.valueOf(score), score, said);
        }
        followUps("")
                .body("items.feedback.id", unhappy == null ? empty() : containsInAnyOrder(unhappy.split(",")))
                .body("items.who", everyItem(equalTo("detractor")));
    }

    private static String starred(String id, int stars, Instant at) {
        return review(id, "x", ", \"rating\": {\"value\": " + stars + ", \"scale\": 5}")
                .replace("2026-03-01T10:00:00Z", at.toString());
    }

    private void answer(String survey, String id, int score, Instant at) {
        call().body("{\"id\": \"" + id + "\", \"score\": " + score + ", \"occurredAt\": \"" + at + "\"}")
                .post("/v1/surveys/" + survey + "/responses")
                .then()
                .statusCode(202);
    }

    private ValidatableResponse followUps(String query) {
        return call().get("/v1/follow-ups" + query).then().statusCode(200);
    }

    private ValidatableResponse handle(String id, String body) {
        return call().body(body).patch("/v1/feedback/site/" + id + "/handling").then();
    }

    private ValidatableResponse note(String id, String body) {
        return call().body(body).post("/v1/feedback/site/" + id + "/notes").then();
    }

    private void lists(String query, String... ids) {
        call().get("/v1/feedback?" + query)
                .then()
                .statusCode(200)
                .body("items.id", ids.length == 0 ? empty() : contains(ids));
    }
}
