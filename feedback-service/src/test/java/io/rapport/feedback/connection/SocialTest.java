package io.rapport.feedback.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.testing.Doubles;
import io.rapport.feedback.testing.Sources;
import io.rapport.feedback.testing.Sources.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Facebook and Instagram: the handshake, yes and no, comments that are edited and removed, mentions that are fetched. */
@QuarkusTest
class SocialTest extends ConnectionTest {
    private Doubles metrics;

    @BeforeEach
    void start() {
        metrics = Doubles.metrics().start();
    }

    @AfterEach
    void stop() {
        metrics.close();
    }

    @Test
    void theChallengeIsAnsweredToWhoeverKnowsTheToken() {
        connect(meta("facebook", ""));
        source().get("/v1/webhooks/" + id
                        + "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=ours-and-long")
                .then()
                .statusCode(200)
                .contentType(org.hamcrest.Matchers.startsWith("text/plain"))
                .body(equalTo("1158201444"));
        source().get("/v1/webhooks/" + id + "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=other")
                .then()
                .statusCode(401);
        source().get("/v1/webhooks/" + id).then().statusCode(401);
        refuses("credentials.verifyToken", "{\"type\": \"facebook\", \"name\": \"n\"}");
    }

    @Test
    void aRecommendationIsAYesOrNo() {
        connect(meta("facebook", ""));
        page(1772359200, "ratings", """
                {"item": "rating", "verb": "add", "open_graph_story_id": "s1", "recommendation_type": "negative",
                 "review_text": "Stale.", "reviewer_name": "Jo", "created_time": 1772359200}""");
        settled(1);
        feedback("facebook", "s1")
                .statusCode(200)
                .body("text", equalTo("Stale."))
                .body("rating.recommends", equalTo(false))
                .body("author.name", equalTo("Jo"));
    }

    @Test
    void commentsEndTheSameInWhateverOrderTheyAreTold() {
        connect(meta("facebook", ""));
        page(1772359260, "feed", comment("edited", "Two."));
        page(1772359200, "feed", comment("add", "One."));
        page(1772359320, "feed", comment("remove", ""));
        page(1772359260, "feed", comment("edited", "Two."));
        settled(4);
        feedback("facebook", "c1").statusCode(404);
        page(1772359200, "feed", comment("add", "First.").replace("c1", "c2"));
        page(1772359260, "feed", comment("edited", "Second.").replace("c1", "c2"));
        settled(6);
        feedback("facebook", "c2").statusCode(200).body("text", equalTo("Second."));
        assertThat(taken(metrics, "/v1/events", 2))
                .anyMatch(event -> event.path("id").asText().equals("comment:c2")
                        && event.path("type").asText().equals("social_comment"));
    }

    @Test
    void whatThePageSaysItselfIsNotFeedback() {
        connect(meta("facebook", ""));
        page(1772359200, "feed", comment("add", "Thanks!").replace("\"u1\"", "\"p1\""));
        assertThat(settled(1).getFirst()).containsEntry("detail", "by the page itself");
    }

    @Test
    void aMentionOnInstagramIsFetchedAndTriedAgainWhereItCannotBe() {
        try (Sources graph = new Sources(question -> new Reply(503, "", java.util.Map.of()))) {
            connect(meta("instagram", ", \"accessToken\": \"tok-1\""));
            deliver(Signers.META, """
                    {"object": "instagram", "entry": [{"id": "acc", "time": 1772359200, "changes": [
                     {"field": "mentions", "value": {"comment_id": "17", "media_id": "9"}}]}]}""").statusCode(200);
            org.awaitility.Awaitility.await()
                    .until(() -> graph.asked("instagram").size() >= 2);
            assertThat(graph.asked("instagram").getFirst().header("Authorization"))
                    .isEqualTo("Bearer tok-1");
            graph.behave(question -> Reply.ok(
                    "{\"mentioned_comment\": {\"id\": \"17\", \"text\": \"@crumb is great\", \"username\": \"jo\"}}"));
            settled(1);
            feedback("instagram", "17").statusCode(200).body("text", equalTo("@crumb is great"));
        }
    }

    @Test
    void withoutATokenAMentionFailsAndSaysWhatIsMissing() {
        connect(meta("instagram", ""));
        deliver(Signers.META, """
                {"object": "instagram", "entry": [{"id": "acc", "time": 1772359200, "changes": [
                 {"field": "mentions", "value": {"comment_id": "17", "media_id": "9"}}]}]}""").statusCode(200);
        assertThat((String) settled(1).getFirst().get("detail")).contains("credentials.accessToken");
    }

    private static String meta(String type, String credentials) {
        return "{\"type\": \"" + type + "\", \"name\": \"Page\", \"secret\": \"app-secret-0123\","
                + " \"credentials\": {\"verifyToken\": \"ours-and-long\"" + credentials + "}}";
    }

    private void page(long time, String field, String value) {
        deliver(
                        Signers.META,
                        "{\"object\": \"page\", \"entry\": [{\"id\": \"p1\", \"time\": " + time
                                + ", \"changes\": [{\"field\": \"" + field + "\", \"value\": " + value + "}]}]}")
                .statusCode(200);
    }

    private static String comment(String verb, String text) {
        return """
                {"item": "comment", "verb": "%s", "comment_id": "c1", "post_id": "p1_1", "message": "%s",
                 "from": {"id": "u1", "name": "Jo"}, "created_time": 1772359200}""".formatted(verb, text);
    }
}
