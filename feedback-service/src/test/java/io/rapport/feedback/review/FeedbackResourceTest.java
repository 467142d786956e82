package io.rapport.feedback.review;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.testing.ServiceTest;
import io.rapport.frame.test.TestTokens;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedbackResourceTest extends ServiceTest {
    private static final String FULL = """
            {"id": "r-1", "source": "google", "kind": "review", "text": "Lovely bread, but the queue was endless.",
             "rating": {"value": 4, "scale": 5}, "author": {"name": "A.", "customerId": "c1"},
             "occurredAt": "2026-03-01T10:00:00Z", "language": "en", "url": "https://example.com/1", "page": "/menu",
             "touchpoint": "in_store", "product": "sourdough", "location": "main-street"}""";

    @Test
    void whatWasPostedIsReadBack() {
        post(FULL).statusCode(202).body("accepted", equalTo(1)).body("duplicates", equalTo(0));
        feedback("google", "r-1")
                .statusCode(200)
                .body("text", equalTo("Lovely bread, but the queue was endless."))
                .body("rating.value", equalTo(4))
                .body("rating.scale", equalTo(5))
                .body("rating.stars", equalTo(4.0f))
                .body("author.customerId", equalTo("c1"))
                .body("occurredAt", equalTo("2026-03-01T10:00:00Z"))
                .body("location", equalTo("main-street"))
                .body("revision", equalTo(1))
                .body("containsKey('reply')", equalTo(true))
                .body("reply", nullValue())
                .body("containsKey('visitorId')", equalTo(true))
                .body("recordedAt", notNullValue());
    }

    @Test
    void theSameAgainIsADuplicateAndOtherContentAnEdit() {
        accepts(FULL);
        post(FULL).statusCode(202).body("accepted", equalTo(0)).body("duplicates", equalTo(1));
        post(FULL.replace("\"value\": 4,", "\"value\": 4.0,")).body("duplicates", equalTo(1));
        post(FULL.replace("endless", "short")).body("accepted", equalTo(1));
        feedback("google", "r-1")
                .body("revision", equalTo(2))
                .body("text", equalTo("Lovely bread, but the queue was short."));
    }

    @Test
    void anArrayIsStoredInItsOrderAlsoWhereItRepeatsAnId() {
        post("[" + review("a", "one") + "," + review("b", "other") + "," + review("a", "two") + "," + review("a", "two")
                        + "]")
                .statusCode(202)
                .body("accepted", equalTo(3))
                .body("duplicates", equalTo(1));
        feedback("site", "a").body("text", equalTo("two")).body("revision", equalTo(2));
    }

    @Test
    void aConflictRefusesTheWholeBatch() {
        accepts(review("a", "one", ", \"revision\": 3"));
        post("[" + review("b", "news") + "," + review("a", "two", ", \"revision\": 3") + "]")
                .statusCode(409)
                .body("type", equalTo("https://rapport.example/problems/conflict"));
        feedback("site", "b").statusCode(404);
        feedback("site", "a").body("text", equalTo("one"));
    }

    @Test
    void aLowerRevisionIsKeptButDoesNotWin() {
        accepts(review("a", "five", ", \"revision\": 5"));
        post(review("a", "three", ", \"revision\": 3")).statusCode(202).body("accepted", equalTo(1));
        post(review("a", "three", ", \"revision\": 3")).statusCode(202).body("duplicates", equalTo(1));
        feedback("site", "a").body("text", equalTo("five")).body("revision", equalTo(5));
    }

    @Test
    void aDeletedFeedbackIsGoneAndStaysGone() {
        accepts(FULL);
        call().delete("/v1/feedback/google/r-1").then().statusCode(204);
        feedback("google", "r-1").statusCode(404).body("type", equalTo("https://rapport.example/problems/not-found"));
        call().get("/v1/feedback").then().body("items", hasSize(0));
        call().delete("/v1/feedback/google/r-1").then().statusCode(204);
        post(FULL).statusCode(202).body("duplicates", equalTo(1));
        feedback("google", "r-1").statusCode(404);
        post(FULL.replace("endless", "short")).statusCode(202).body("accepted", equalTo(1));
        feedback("google", "r-1").statusCode(200).body("revision", equalTo(3));
    }

    @Test
    void whatIsUnknownCannotBeDeleted() {
        call().delete("/v1/feedback/google/none").then().statusCode(404);
    }

    @Test
    void idsMayHoldSlashesAndAnythingElse() {
        String id = "accounts/1/locations/2/reviews/ü ?%";
        accepts(review(id, "fine"));
        String encoded = "accounts%2F1%2Flocations%2F2%2Freviews%2F%C3%BC%20%3F%25";
        feedback("site", encoded).statusCode(200).body("id", equalTo(id));
        call().delete("/v1/feedback/site/" + encoded).then().statusCode(204);
        feedback("site", encoded).statusCode(404);
    }

    @Test
    void theListIsFiltered() {
        accepts("[" + FULL + ", "
                + review("x", "Queues and nothing else", ", \"rating\": {\"value\": 1, \"min\": 0, \"max\": 10}")
                + ", {\"id\": \"p\", \"source\": \"chirp\", \"kind\": \"post\", \"text\": \"hello\","
                + " \"occurredAt\": \"2026-03-05T00:30:00Z\"}]");
        lists("kind=post", "p");
        lists("source=google", "r-1");
        lists("rating=4", "r-1");
        lists("rating=1", "x");
        lists("customer=c1", "r-1");
        lists("touchpoint=in_store", "r-1");
        lists("q=queue", "x", "r-1");
        lists("q=%22lovely%20bread%22", "r-1");
        lists("q=%22bread%20lovely%22");
        lists("q=bread%20-queue");
        lists("q=the");
        lists("q=hello%20or%20queue", "p", "x", "r-1");
        lists("q=queue&source=google", "r-1");
        lists("from=2026-03-05", "p");
        lists("to=2026-03-01T10:00:00Z");
        lists("from=2026-03-01T10:00:00Z&to=2026-03-01T10:00:01Z", "x", "r-1");
        lists("label=positive");
        lists("limit=3", "p", "x", "r-1");
    }

    @Test
    void datesAreDaysOfTheBusiness() {
        // 2026-07-01 begins in Dublin at 23:00 UTC on 30 June.
        accepts(review("summer", "x").replace("2026-03-01T10:00:00Z", "2026-06-30T23:30:00Z"));
        lists("from=2026-07-01", "summer");
        lists("to=2026-07-01");
    }

    private void lists(String query, String... ids) {
        call().get("/v1/feedback?" + query)
                .then()
                .statusCode(200)
                .body("items.id", ids.length == 0 ? hasSize(0) : contains(ids))
                .body("next", nullValue());
    }

    @Test
    void thePagesHoldEachFeedbackOnceNewestFirst() {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            // Pairs share an instant, so that a page may end between them.
            bodies.add(review("r" + (char) ('a' + i), "t").replace("03-01", String.format("03-%02d", 1 + i / 2)));
        }
        accepts(bodies.toString());
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = call().get("/v1/feedback?limit=5" + cursor).jsonPath();
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        } while (cursor != null);
        Assertions.assertThat(seen).hasSize(23).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void badQueriesAreNamed() {
        for (String query : List.of(
                "limit=abc",
                "limit=0",
                "limit=201",
                "kind=novel",
                "label=x",
                "rating=6",
                "from=yesterday",
                "to=9999-01-01",
                "cursor=xyz",
                "unknown=1",
                "kind=post&kind=review",
                "q=%00",
                "cursor=MjAyNg")) {
            call().get("/v1/feedback?" + query).then().statusCode(400).contentType("application/problem+json");
        }
    }

    @Test
    void anotherBusinessSeesNothing() {
        accepts(FULL);
        String other = known(randomBusiness());
        as(other).get("/v1/feedback/google/r-1").then().statusCode(404);
        as(other).delete("/v1/feedback/google/r-1").then().statusCode(404);
        as(other).get("/v1/feedback").then().body("items", hasSize(0));
        as(other).body(FULL).post("/v1/feedback").then().body("accepted", equalTo(1));
    }

    @Test
    void theLongestTextsOfOddWordsAreTaken() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 99_990; i++) {
            text.append((char) (0x4e00 + i % 20_000)).append(' ');
        }
        accepts(review("long", text.toString()));
        accepts(review("one-word", "x".repeat(100_000)));
        feedback("site", "long").body("text", equalTo(text.toString()));
    }

    @Test
    void aBusinessThatIsNotKnownIsNotFound() {
        as(randomBusiness()).body(FULL).post("/v1/feedback").then().statusCode(404);
    }

    @Test
    void theScopeIsChecked() {
        given().header("Authorization", TestTokens.server(business, "feedback:read"))
                .contentType("application/json")
                .body(FULL)
                .post("/v1/feedback")
                .then()
                .statusCode(403);
        given().get("/v1/feedback").then().statusCode(401);
    }
}
