package io.rapport.feedback.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.testing.Doubles;
import io.rapport.feedback.testing.Doubles.Reply;
import io.rapport.feedback.testing.ServiceTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Feedback by what its reading says that it is about, and feels. */
@QuarkusTest
class MentionsTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Doubles sentiment = Doubles.sentiment();

    @BeforeEach
    void start() {
        sentiment.behave(body -> new Reply(200, read(body)));
        sentiment.start();
    }

    @AfterEach
    void stop() {
        sentiment.close();
    }

    @Test
    void feedbackIsFoundByWhatItSpeaksOf() {
        accepts("[" + review("a", "queue- joy") + "," + review("b", "queue+ queue- anger") + ","
                + review("c", "bread+ joy anger").replace("\"review\"", "\"post\"") + "," + review("d", "nothing")
                + "]");
        isRead("a", "b", "c", "d");
        assertThat(found("aspect=queue")).containsExactly("b", "a");
        assertThat(found("aspect=queue:negative")).containsExactly("b", "a");
        assertThat(found("aspect=queue:positive")).containsExactly("b");
        assertThat(found("aspect=bread:negative")).isEmpty();
        assertThat(found("aspect=joy")).isEmpty();
        assertThat(found("emotion=joy")).containsExactly("c", "a");
        assertThat(found("emotion=disgust")).isEmpty();
        assertThat(found("emotion=joy&aspect=queue")).containsExactly("a");
        assertThat(found("emotion=anger&kind=post&label=positive")).containsExactly("c");
        assertThat(found("emotion=anger&q=bread")).containsExactly("c");
    }

    @Test
    void anEditOrDeletionIsNoLongerFoundByWhatWasSaid() {
        accepts("[" + review("a", "queue- anger") + "," + review("b", "queue- anger") + "]");
        isRead("a", "b");
        accepts(review("a", "bread+"));
        call().delete("/v1/feedback/site/b").then().statusCode(204);
        assertThat(found("aspect=queue")).isEmpty();
        isRead("a");
        assertThat(found("aspect=bread")).containsExactly("a");
        assertThat(found("emotion=anger")).isEmpty();
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            bodies.add(review("r" + (char) ('a' + i), i % 2 == 0 ? "queue-" : "queue+"));
        }
        accepts(bodies.toString());
        isRead("ra", "rl");
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = call().get("/v1/feedback?aspect=queue:negative&limit=2" + cursor)
                    .jsonPath();
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        } while (cursor != null);
        assertThat(seen).containsExactly("rk", "ri", "rg", "re", "rc", "ra");
    }

    @Test
    void anotherBusinessIsNotSearched() {
        accepts(review("a", "queue- anger"));
        isRead("a");
        String other = known(randomBusiness());
        assertThat(as(other).get("/v1/feedback?emotion=anger").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void whatCannotBeFoundIsNamed() {
        call().get("/v1/feedback?emotion=rage")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("emotion"))
                .body("errors.detail", hasItem(allOf(containsString("joy"), containsString("disgust"))));
        for (String bad : List.of("Queue", "queue:bad", ":negative", "queue:", "a:b:c")) {
            call().get("/v1/feedback?aspect=" + bad).then().statusCode(400).body("errors.field", hasItem("aspect"));
        }
    }

    private List<String> found(String query) {
        return call().get("/v1/feedback?" + query).jsonPath().getList("items.id");
    }

    private void isRead(String... ids) {
        for (String id : ids) {
            await().atMost(PATIENCE).until(() -> feedback("site", id).extract().path("reading") != null);
        }
    }

    /** Each word that ends in a sign is an aspect, the others are emotions. */
    private static String read(JsonNode body) {
        JsonNode answer = Doubles.tree(Doubles.positive(body));
        for (int i = 0; i < body.path("documents").size(); i++) {
            ObjectNode reading = (ObjectNode) answer.path("readings").get(i);
            var aspects = reading.putArray("aspects");
            var emotions = reading.putArray("emotions");
            for (String word :
                    body.path("documents").get(i).path("text").asText().split(" ")) {
                String name = word.substring(0, word.length() - 1);
                if (word.endsWith("-") || word.endsWith("+")) {
                    aspects.addObject()
                            .put("category", name)
                            .put("label", word.endsWith("+") ? "positive" : "negative");
                } else {
                    emotions.addObject().put("emotion", word).put("probability", 0.6);
                }
            }
        }
        return answer.toString();
    }
}
