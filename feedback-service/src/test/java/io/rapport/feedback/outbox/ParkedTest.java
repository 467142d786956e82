package io.rapport.feedback.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.testing.Doubles;
import io.rapport.feedback.testing.Doubles.Reply;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What can never be delivered or read is put aside, and nothing else. */
@QuarkusTest
class ParkedTest extends PipelineCase {
    @Test
    void oneFactThatMetricsServiceRefusesWholeBatchesForIsParkedAndTheOthersGoOn() {
        refuseFacts(fact -> fact.path("id").asText().equals("bad"));
        accepts(batch("bad", 30));
        // Each of the 31 is told twice, without and with its reading.
        await().atMost(PATIENCE).until(() -> facts().size() == 60 && parked().size() == 2);
        assertThat(ids(fact -> true)).hasSize(30).doesNotContain("bad");
        call().get("/v1/parked")
                .then()
                .body("items[0].what", equalTo("fact"))
                .body("items[0].feedbackId", equalTo("bad"))
                .body("items[0].reason", equalTo("Status 400: no bad facts"));

        metrics.behave(Doubles::taken);
        parked().forEach(id -> call().post("/v1/parked/" + id + "/retry").then().statusCode(202));
        await().atMost(PATIENCE).until(() -> facts().size() == 62);
        assertThat(ids(fact -> true)).contains("bad");
        assertThat(parked()).isEmpty();
    }

    @Test
    void aFactThatIsRejectedByItsIndexIsParked() {
        metrics.behave(body -> new Reply(
                200,
                IntStream.range(0, body.path("facts").size())
                        .filter(i ->
                                body.path("facts").get(i).path("id").asText().equals("bad"))
                        .mapToObj(i -> "{\"index\": " + i + ", \"detail\": \"not this one\"}")
                        .collect(Collectors.joining(
                                ",", "{\"accepted\": 0, \"duplicates\": 0, \"rejected\": [", "]}"))));
        accepts(batch("bad", 3));
        await().atMost(PATIENCE).until(() -> parked().size() == 2 && waiting("fact_outbox") == 2);
        call().get("/v1/parked").then().body("items.reason", everyItem(equalTo("not this one")));
        assertThat(ids(fact -> true)).contains("r0", "r1", "r2");
    }

    @Test
    void aTextThatAloneMakesTheRequestFailIsParked() {
        for (int status : List.of(400, 500)) {
            String bad = "bad" + status;
            sentiment.behave(
                    body -> body.toString().contains(bad) ? Reply.problem(status, "choked") : Doubles.positive(body));
            accepts("[" + review("x" + status, bad) + "," + review("y" + status, "good") + "]");
            await().atMost(PATIENCE)
                    .until(() ->
                            ids(fact -> fact.path("readingSeq").asInt() == 1).contains("y" + status));
        }
        await().atMost(PATIENCE).until(() -> parked().size() == 2);
        call().get("/v1/parked").then().body("items.what", everyItem(equalTo("text")));
        sentiment.behave(Doubles::positive);
        parked().forEach(id -> call().post("/v1/parked/" + id + "/retry").then().statusCode(202));
        await().atMost(PATIENCE)
                .until(() -> ids(fact -> fact.path("readingSeq").asInt() == 1).size() == 4);
    }

    @Test
    void nothingIsParkedWhileTheSentimentServiceIsIll() {
        sentiment.behave(body -> Reply.problem(500, "ill"));
        accepts(review("a", "Lovely."));
        await().atMost(PATIENCE).until(() -> sentiment.tokens().size() >= 6);
        assertThat(parked()).isEmpty();
        sentiment.behave(Doubles::positive);
        await().atMost(PATIENCE).until(() -> facts().size() == 2);
    }

    private void refuseFacts(Predicate<JsonNode> bad) {
        metrics.behave(body -> {
            for (JsonNode fact : body.path("facts")) {
                if (bad.test(fact)) {
                    return Reply.problem(400, "no bad facts");
                }
            }
            return Doubles.taken(body);
        });
    }

    private static String batch(String extra, int count) {
        StringBuilder batch = new StringBuilder("[" + review(extra, "Fine."));
        IntStream.range(0, count).forEach(i -> batch.append(',').append(review("r" + i, "Fine.")));
        return batch.append(']').toString();
    }

    private List<String> parked() {
        return call().get("/v1/parked?limit=200").jsonPath().getList("items.id");
    }
}
