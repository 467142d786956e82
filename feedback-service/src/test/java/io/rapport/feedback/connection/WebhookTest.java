package io.rapport.feedback.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of a delivery: signed or not, in order or not, once or again. */
@QuarkusTest
class WebhookTest extends WebhookCase {
    @Test
    void aSignedReviewBecomesFeedback() {
        connect(PLAIN);
        deliver(
                        "m1",
                        review(
                                "a",
                                "Lovely.",
                                ", \"rating\": {\"value\": 5, \"scale\": 5, \"old\": 1}, \"extra\": {\"any\": [1]}"))
                .statusCode(202);
        outcome("m1", "processed");
        feedback("site", "a").statusCode(200).body("text", equalTo("Lovely.")).body("rating.value", equalTo(5));
    }

    @Test
    void eventsCreateUpdateAndDelete() {
        connect(PLAIN);
        deliver("m1", event("created", review("a", "One.").replace("\"kind\": \"review\", ", "")))
                .statusCode(202);
        outcome("m1", "processed");
        feedback("site", "a").body("kind", equalTo("review"));
        deliver("m2", event("updated", review("a", "Two."))).statusCode(202);
        outcome("m2", "processed");
        feedback("site", "a").body("text", equalTo("Two.")).body("revision", equalTo(2));
        deliver("m3", event("deleted", "{\"source\": \"site\", \"id\": \"a\", \"why\": \"spam\"}"))
                .statusCode(202);
        outcome("m3", "processed");
        feedback("site", "a").statusCode(404);
    }

    @Test
    void aDeletionThatOvertakesItsCreationWins() {
        connect(PLAIN);
        deliver("m1", event("deleted", "{\"source\": \"site\", \"id\": \"a\"}")).statusCode(202);
        deliver("m2", event("created", review("a", "One."))).statusCode(202);
        outcome("m2", "processed");
        feedback("site", "a").statusCode(404);
    }

    @Test
    void numberedRevisionsEndTheSameInAnyOrder() {
        connect(PLAIN);
        deliver("m3", event("updated", review("a", "Three.", ", \"revision\": 3")))
                .statusCode(202);
        deliver("m1", event("created", review("a", "One.", ", \"revision\": 1")))
                .statusCode(202);
        deliver("m2", event("deleted", "{\"source\": \"site\", \"id\": \"a\", \"revision\": 2}"))
                .statusCode(202);
        outcome("m2", "processed");
        feedback("site", "a").body("text", equalTo("Three.")).body("revision", equalTo(3));
    }

    @Test
    void theDeliveriesOfAConnectionAreProcessedInTheirOrder() {
        connect(PLAIN);
        for (int i = 1; i <= 30; i++) {
            deliver("m" + i, review("a", "Version " + i)).statusCode(202);
        }
        outcome("m30", "processed");
        feedback("site", "a").body("text", equalTo("Version 30")).body("revision", equalTo(30));
    }

    @Test
    void theSameMessageAgainIsADuplicate() {
        connect(PLAIN);
        deliver("m1", review("a", "One.")).statusCode(202);
        outcome("m1", "processed");
        deliver("m1", review("a", "One.")).statusCode(202);
        deliveries().body("items.outcome", contains("duplicate", "processed"));
        String duplicate = deliveries().extract().path("items[0].id");
        call().post("/v1/connections/" + id + "/deliveries/" + duplicate + "/replay")
                .then()
                .statusCode(409);
        feedback("site", "a").body("revision", equalTo(1));
    }

    @Test
    void theSameMessageAtOnceIsProcessedOnce() throws Exception {
        connect(PLAIN);
        try (var threads = Executors.newFixedThreadPool(12)) {
            List<Callable<Integer>> tasks = IntStream.range(0, 12)
                    .<Callable<Integer>>mapToObj(i ->
                            () -> deliver("m1", review("a", "One.")).extract().statusCode())
                    .toList();
            for (Future<Integer> status : threads.invokeAll(tasks)) {
                assertThat(status.get()).isEqualTo(202);
            }
        }
        await().until(() ->
                deliveries().extract().<List<String>>path("items.outcome").contains("processed"));
        List<String> outcomes = deliveries().extract().path("items.outcome");
        assertThat(outcomes).hasSize(12).containsOnlyOnce("processed");
    }

    @Test
    void whatCannotBeReadFailsWithTheReasonAndHoldsNothingUp() {
        connect(PLAIN);
        deliver("m1", "{\"id\": \"a\"}").statusCode(202);
        deliver("m2", "not json").statusCode(202);
        deliver("m3", "[1]").statusCode(202);
        deliver("m4", event("answered", "{}")).statusCode(202);
        deliver("m5", "{\"type\": \"review.created\", \"data\": 1}").statusCode(202);
        deliver("m6", review("a", "x\\u0000")).statusCode(202);
        deliver("m7", "").statusCode(202);
        deliver("ok", review("a", "Fine.")).statusCode(202);
        outcome("ok", "processed");
        deliveries()
                .body(
                        "items.outcome",
                        contains("processed", "failed", "failed", "failed", "failed", "failed", "failed", "failed"))
                .body("items[7].detail", containsString("is required"))
                .body("items[6].detail", containsString("not valid JSON"))
                .body("items[4].detail", containsString("type"));
    }

    @Test
    void aFailedDeliveryCanBeReplayedAndItsMessageSentAgain() {
        connect(PLAIN);
        deliver("m1", review("a", "One.", ", \"revision\": 1")).statusCode(202);
        deliver("m2", review("a", "Other.", ", \"revision\": 1")).statusCode(202);
        outcome("m2", "failed");
        String failed = deliveries().extract().path("items.find { it.messageId == 'm2' }.id");
        replay(failed).statusCode(202);
        await().until(() -> "failed".equals(outcomeOf("m2")));
        call().delete("/v1/feedback/site/a").then().statusCode(204);
        // Nothing was processed under this id, and so the corrected message is none that is known.
        deliver("m2", review("a", "Other.", ", \"revision\": 3")).statusCode(202);
        outcome("m2", "processed");
        feedback("site", "a").body("text", equalTo("Other."));
        replay(failed).statusCode(202);
        outcome("m2", "processed");
        feedback("site", "a").body("revision", equalTo(3));
        replay("dl_aaaaaaaaaaaaaaaa").statusCode(404);
        replay("x").statusCode(404);
    }

    @Test
    void badSignaturesAreRejectedAndNothingIsKept() {
        connect(PLAIN);
        String body = review("a", "Forged.");
        send("m1", Instant.now().getEpochSecond(), "v1,AAAA", body)
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("https://rapport.example/problems/signature-invalid"));
        long old = Instant.now().getEpochSecond() - 400;
        send("m2", old, sign("m2", old, body), body).statusCode(401);
        long now = Instant.now().getEpochSecond();
        send("m3", now, sign("m3", now, body), body + " ").statusCode(401);
        call().get("/v1/feedback").then().body("items", hasSize(0));
        deliveries()
                .body("items.outcome", contains("rejected", "rejected", "rejected"))
                .body("items[0].messageId", nullValue())
                .body("items[0].detail", notNullValue());
        String rejected = deliveries().extract().path("items[0].id");
        replay(rejected).statusCode(409);
    }

    @Test
    void whoeverGuessesIsToldToWaitAndRightSignaturesAreStillTaken() {
        connect(PLAIN);
        // A minute may end in between, and the count with it.
        ValidatableResponse last = null;
        for (int i = 0; i < 45 && (last == null || last.extract().statusCode() == 401); i++) {
            last = send("m", Instant.now().getEpochSecond(), "v1,AAAA", "{}");
        }
        last.statusCode(429).header("Retry-After", notNullValue());
        deliver("good", review("a", "Fine.")).statusCode(202);
        outcome("good", "processed");
    }

    @Test
    void unknownConnectionsAreNotFound() {
        connect(PLAIN);
        id = id.substring(0, id.length() - 1) + (id.endsWith("a") ? "b" : "a");
        deliver("m", "{}").statusCode(404);
        id = "cn_x";
        deliver("m", "{}").statusCode(404);
    }

    @Test
    void aDeliveryOfMoreThanAMegabyteIsTooLarge() {
        connect(PLAIN);
        deliver("m", "x".repeat(1_100_000)).statusCode(413);
    }

    @Test
    void aMappingReadsASourcesOwnForm() {
        connect(PLAIN.replace("}", """
                , "settings": {"source": "acme", "kind": "review", "scale": 10}, "mapping": {"type": "/event",
                  "id": "/review/no", "text": "/review/body/0", "rating.value": "/review/points", "author.name": "/by",
                  "occurredAt": "/review/when"}}"""));
        String payload = """
                {"event": "review.created", "by": "A.", "review": {"no": 17, "body": ["Good.", "x"], "points": 10,
                 "when": "2026-03-01T10:00:00+01:00"}}""";
        deliver("m1", payload).statusCode(202);
        outcome("m1", "processed");
        feedback("acme", "17")
                .statusCode(200)
                .body("text", equalTo("Good."))
                .body("rating.stars", equalTo(5.0f))
                .body("author.name", equalTo("A."))
                .body("occurredAt", equalTo("2026-03-01T09:00:00Z"));
        deliver("m2", payload.replace("created", "deleted")).statusCode(202);
        outcome("m2", "processed");
        feedback("acme", "17").statusCode(404);
        deliver("m3", "{\"event\": \"review.created\"}").statusCode(202);
        outcome("m3", "failed");
    }
}
