package io.rapport.feedback.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.testing.Doubles;
import io.rapport.feedback.testing.ServiceTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReplyTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void aReplyIsKeptWithTheFeedback() {
        accepts(review("r", "The queue!"));
        reply("r", "{\"text\": \"Sorry, a second till is open.\", \"author\": \"Mia\"}")
                .statusCode(201)
                .body("state", equalTo("to_be_posted"))
                .body("editedAt", nullValue())
                .body("postedAt", nullValue());
        feedback("site", "r")
                .body("reply.text", equalTo("Sorry, a second till is open."))
                .body("reply.author", equalTo("Mia"))
                .body("reply.at", notNullValue());
        call().get("/v1/feedback").then().body("items[0].reply.author", equalTo("Mia"));
    }

    @Test
    void anotherReplyChangesItAndLeavesWhenItWasAnswered() {
        accepts(review("r", "The queue!"));
        String at = reply("r", "{\"text\": \"Sorry\"}").extract().path("at");
        reply("r", "{\"text\": \"Sorry\"}").statusCode(200).body("editedAt", nullValue());
        reply("r", "{\"text\": \"Very sorry\", \"state\": \"posted\"}")
                .statusCode(200)
                .body("at", equalTo(at))
                .body("editedAt", notNullValue())
                .body("state", equalTo("posted"))
                .body("postedAt", notNullValue());
        reply("r", "{\"text\": \"So sorry\"}").body("state", equalTo("to_be_posted"));
    }

    @Test
    void itIsMarkedAsPostedAndTakenBack() {
        accepts(review("r", "The queue!"));
        call().body("{\"state\": \"posted\"}")
                .patch("/v1/feedback/site/r/reply")
                .then()
                .statusCode(404);
        reply("r", "{\"text\": \"Sorry\"}");
        String posted = call().body("{\"state\": \"posted\"}")
                .patch("/v1/feedback/site/r/reply")
                .then()
                .statusCode(200)
                .body("state", equalTo("posted"))
                .extract()
                .path("postedAt");
        call().body("{\"state\": \"posted\"}")
                .patch("/v1/feedback/site/r/reply")
                .then()
                .body("postedAt", equalTo(posted));
        call().delete("/v1/feedback/site/r/reply").then().statusCode(204);
        call().delete("/v1/feedback/site/r/reply").then().statusCode(204);
        feedback("site", "r").body("reply", nullValue());
    }

    @Test
    void itStaysThroughAnEditAndGoesWithADeletion() {
        accepts(review("r", "The queue!"));
        reply("r", "{\"text\": \"Sorry\"}");
        accepts(review("r", "The queue was long"));
        feedback("site", "r").body("revision", equalTo(2)).body("reply.text", equalTo("Sorry"));
        call().delete("/v1/feedback/site/r").then().statusCode(204);
        reply("r", "{\"text\": \"Sorry\"}").statusCode(404);
        accepts(review("r", "Something else"));
        feedback("site", "r").body("revision", equalTo(4)).body("reply", nullValue());
    }

    @Test
    void metricsAreToldWhenItWasAnswered() {
        try (Doubles metrics = Doubles.metrics().start()) {
            accepts(review("r", "The queue!"));
            reply("r", "{\"text\": \"Sorry\", \"at\": \"2026-03-02T08:00:00Z\", \"state\": \"posted\"}");
            await().atMost(PATIENCE).until(() -> answeredAt(metrics), "2026-03-02T08:00:00Z"::equals);
            accepts(review("r", "The queue was long"));
            await().atMost(PATIENCE).until(() -> last(metrics).path("revision").asInt() == 2);
            assertThat(answeredAt(metrics)).isEqualTo("2026-03-02T08:00:00Z");
            int before = last(metrics).path("readingSeq").asInt();
            call().delete("/v1/feedback/site/r/reply").then().statusCode(204);
            await().atMost(PATIENCE)
                    .until(() -> last(metrics).path("readingSeq").asInt() > before);
            assertThat(answeredAt(metrics)).isNull();
        }
    }

    @Test
    void badRepliesAreNamed() {
        accepts(review("r", "The queue!"));
        refused("{}", "text");
        refused("{\"text\": \" \"}", "text");
        refused("{\"text\": \"x\", \"state\": \"sent\"}", "state");
        refused("{\"text\": \"x\", \"at\": \"" + Instant.now().plusSeconds(600) + "\"}", "at");
        refused("{\"text\": \"x\", \"templateId\": \"rt_abcdefghijklmnop\"}", "templateId");
        refused("{\"text\": \"x\", \"to\": \"y\"}", "to");
        refused("{\"text\": \"" + "x".repeat(10_001) + "\"}", "text");
        reply("unknown", "{\"text\": \"x\"}").statusCode(404);
        as(known(randomBusiness()))
                .body("{\"text\": \"x\"}")
                .post("/v1/feedback/site/r/reply")
                .then()
                .statusCode(404);
    }

    @Test
    void aTemplateIsFilledInFromTheFeedback() {
        String id =
                template("{\"name\": \"Thanks\", \"text\": \"Thank you, {author|dear guest}, for the {product}! $1\"}");
        accepts(review("named", "Good", ", \"author\": {\"name\": \"Ann $2\"}, \"product\": \"bread\""));
        accepts(review("bare", "Good"));
        reply("named", "{\"templateId\": \"" + id + "\"}")
                .statusCode(201)
                .body("text", equalTo("Thank you, Ann $2, for the bread! $1"))
                .body("templateId", equalTo(id));
        reply("bare", "{\"templateId\": \"" + id + "\"}").body("text", equalTo("Thank you, dear guest, for the ! $1"));
        reply("bare", "{\"templateId\": \"" + id + "\", \"text\": \"Own words\"}")
                .body("text", equalTo("Own words"));
    }

    @Test
    void templatesAreMadeListedReplacedAndDeleted() {
        String id = template("{\"name\": \"Thanks\", \"text\": \"Thank you\", \"language\": \"en\"}");
        call().get("/v1/reply-templates").then().body("items.id", hasItem(id)).body("next", nullValue());
        call().body("{\"name\": \"Thanks\", \"text\": \"Many thanks\"}")
                .put("/v1/reply-templates/" + id)
                .then()
                .statusCode(200)
                .body("text", equalTo("Many thanks"))
                .body("language", nullValue());
        as(known(randomBusiness())).get("/v1/reply-templates").then().body("items", hasSize(0));
        as(known(randomBusiness())).delete("/v1/reply-templates/" + id).then().statusCode(404);
        call().delete("/v1/reply-templates/" + id).then().statusCode(204);
        call().get("/v1/reply-templates/" + id).then().statusCode(404);
        call().get("/v1/reply-templates/rt_none").then().statusCode(404);
        call().body("{\"name\": \"x\", \"text\": \"Dear {customer}\"}")
                .post("/v1/reply-templates")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("text"));
    }

    @Test
    void aTemplateIsMadeOnceByItsKey() {
        String body = "{\"name\": \"Thanks\", \"text\": \"Thank you\"}";
        String id = call().header("Idempotency-Key", "k")
                .body(body)
                .post("/v1/reply-templates")
                .path("id");
        call().header("Idempotency-Key", "k")
                .body(body)
                .post("/v1/reply-templates")
                .then()
                .statusCode(201)
                .body("id", equalTo(id));
        call().header("Idempotency-Key", "k")
                .body(body.replace("you", "all"))
                .post("/v1/reply-templates")
                .then()
                .statusCode(409);
    }

    private String template(String body) {
        return call().body(body)
                .post("/v1/reply-templates")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse reply(String id, String body) {
        return call().body(body).post("/v1/feedback/site/" + id + "/reply").then();
    }

    private void refused(String body, String field) {
        reply("r", body).statusCode(400).body("errors.field", hasItem(field));
    }

    private String answeredAt(Doubles metrics) {
        return metrics.factsOf(business).isEmpty()
                ? null
                : last(metrics).path("answeredAt").textValue();
    }

    private JsonNode last(Doubles metrics) {
        return metrics.factsOf(business).getLast();
    }
}
