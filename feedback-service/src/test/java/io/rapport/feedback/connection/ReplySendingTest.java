package io.rapport.feedback.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.sql.Sql;
import io.rapport.feedback.testing.Sources;
import io.rapport.feedback.testing.Sources.Question;
import io.rapport.feedback.testing.Sources.Reply;
import io.rapport.frame.database.BusinessScope;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replies go back to where their feedback came from, once, where the source takes them. A server stands in for the sources. */
@QuarkusTest
class ReplySendingTest extends ConnectionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String REVIEW = "accounts/1/locations/22/reviews/abc";

    @Inject
    Sql sql;

    @Inject
    BusinessScope scope;

    private final List<String> posted = new CopyOnWriteArrayList<>();
    private volatile boolean loseTheAnswer;
    private volatile int status = 200;
    private Sources sources;

    @BeforeEach
    void start() {
        sources = new Sources(this::answer);
    }

    @AfterEach
    void stop() {
        sources.close();
    }

    @Test
    void googleIsToldWhatShallStandThere() {
        connect("""
                {"type": "google-business-profile", "name": "Shop", "settings": {"serviceAccount": "push@crumb.iam.example"},
                 "credentials": {"clientId": "a", "clientSecret": "b", "refreshToken": "c"}}""");
        said("google", REVIEW);
        String path = "google/" + REVIEW.replace("/", "%2F");
        reply(path, "Thank you")
                .statusCode(201)
                .body("state", equalTo("to_be_posted"), "sending.state", notNullValue());
        sent(path);
        reply(path, "Thank you, Jo").statusCode(200);
        await().atMost(PATIENCE).until(() -> posted.size() == 2);
        sent(path);
        assertThat(posted).allMatch(one -> one.startsWith("PUT /google-business-profile/" + REVIEW + "/reply"));
        assertThat(posted.getLast()).endsWith("{\"comment\":\"Thank you, Jo\"}");
        assertThat(sources.asked("google-business-profile").getLast().header("Authorization"))
                .isEqualTo("Bearer at-1");
    }

    @Test
    void aReplyOfWhichTheAnswerWasLostIsLookedForAndNotPostedAgain() {
        for (String type : List.of("facebook", "instagram", "trustpilot")) {
            posted.clear();
            connect(type.equals("trustpilot") ? TRUSTPILOT : meta(type));
            said(type, "17");
            loseTheAnswer = true;
            reply(type + "/17", "Thank you").statusCode(201);
            sent(type + "/17");
            assertThat(posted).as(type).hasSize(1);
        }
    }

    @Test
    void onFacebookWhatStandsThereIsChangedAndOnInstagramItCannotBe() {
        connect(meta("facebook"));
        said("facebook", "18");
        reply("facebook/18", "Thank you").statusCode(201);
        sent("facebook/18");
        reply("facebook/18", "Thank you all").statusCode(200);
        await().atMost(PATIENCE).until(() -> posted.size() == 2);
        sent("facebook/18");
        assertThat(posted.getLast()).startsWith("POST /facebook/900 ");
        connect(meta("instagram"));
        said("instagram", "18");
        reply("instagram/18", "Thanks").statusCode(201);
        sent("instagram/18");
        reply("instagram/18", "Thanks a lot").statusCode(200);
        await().atMost(PATIENCE).untilAsserted(() -> feedback("instagram", "18")
                .body("reply.sending.state", equalTo("failed"))
                .body("reply.sending.reason", containsString("can't be changed"))
                .body("reply.state", equalTo("to_be_posted")));
    }

    @Test
    void whatIsRefusedSaysWhyAndMayBeTriedAgain() {
        connect(meta("facebook"));
        said("facebook", "19");
        status = 403;
        reply("facebook/19", "Thank you").statusCode(201);
        await().atMost(PATIENCE).untilAsserted(() -> feedback("facebook", "19")
                .body("reply.sending.state", equalTo("failed"))
                .body("reply.sending.reason", containsString("403")));
        status = 200;
        call().body("{\"state\": \"to_be_posted\"}")
                .patch("/v1/feedback/facebook/19/reply")
                .then()
                .statusCode(200);
        sent("facebook/19");
        assertThat(posted).hasSize(1);
    }

    @Test
    void whatNoConnectionBroughtIsPostedByHand() {
        accepts(review("r", "Good bread"));
        reply("site/r", "Thank you").statusCode(201).body("sending", nullValue(), "state", equalTo("to_be_posted"));
        connect("{\"type\": \"trustpilot\", \"name\": \"Site\", \"settings\": {\"businessUnitId\": \"46d6a890\"},"
                + " \"credentials\": {\"apiKey\": \"key-1\"}}");
        said("trustpilot", "20");
        reply("trustpilot/20", "Thank you").statusCode(201).body("sending", nullValue());
        call().body("{\"state\": \"posted\"}")
                .patch("/v1/feedback/trustpilot/20/reply")
                .then()
                .body("state", equalTo("posted"), "sending", nullValue());
        assertThat(posted).isEmpty();
    }

    private static final String TRUSTPILOT = """
            {"type": "trustpilot", "name": "Site", "settings": {"businessUnitId": "46d6a890", "businessUserId": "u1"},
             "credentials": {"apiKey": "key-1", "apiSecret": "secret-1"}}""";

    private static String meta(String type) {
        return "{\"type\": \"" + type + "\", \"name\": \"Page\", \"secret\": \"app-secret-1\","
                + " \"credentials\": {\"verifyToken\": \"verify-1\", \"accessToken\": \"tok-1\"}}";
    }

    /** As the connection would have brought it. */
    private void said(String source, String of) {
        accepts(review(of, "Good bread").replace("\"site\"", "\"" + source + "\""));
        scope.run(Set.of(business), () -> QuarkusTransaction.requiringNew()
                .run(() -> sql.update("update feedback set recorded_by = ?", "connection:" + id)));
    }

    private ValidatableResponse reply(String path, String text) {
        return call().body("{\"text\": \"" + text + "\"}")
                .post("/v1/feedback/" + path + "/reply")
                .then();
    }

    private void sent(String path) {
        await().atMost(PATIENCE).untilAsserted(() -> call().get("/v1/feedback/" + path)
                .then()
                .body("reply.sending.state", equalTo("sent"))
                .body("reply.state", equalTo("posted"), "reply.postedAt", notNullValue()));
    }

    private Reply answer(Question question) {
        String path = question.path();
        if (path.startsWith("/google-tokens") || path.endsWith("/accesstoken")) {
            return Reply.ok("{\"access_token\": \"at-1\"}");
        }
        boolean writes = !question.method().equals("GET");
        if (writes && status == 200) {
            posted.add(question.method() + " " + path + " " + question.body());
        }
        if (writes && loseTheAnswer) {
            loseTheAnswer = false;
            return new Reply(503, "", Map.of());
        }
        if (status != 200) {
            return new Reply(status, "", Map.of());
        }
        if (path.contains("/private/reviews/")) {
            String there = posted.isEmpty() ? "null" : "{\"text\": \"Thank you\"}";
            return Reply.ok("{\"id\": \"17\", \"companyReply\": " + there + "}");
        }
        String words = path.startsWith("/instagram") ? "text" : "message";
        return writes
                ? Reply.ok("{\"id\": \"900\"}")
                : Reply.ok("{\"data\": ["
                        + (posted.isEmpty() ? "" : "{\"id\": \"900\", \"" + words + "\": \"Thank you\"}")
                        + "], \"reviews\": []}");
    }
}
