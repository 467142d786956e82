package io.rapport.feedback.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.testing.Doubles;
import io.rapport.feedback.testing.Sources;
import io.rapport.feedback.testing.Sources.Question;
import io.rapport.feedback.testing.Sources.Reply;
import io.restassured.response.ValidatableResponse;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Google pushes and is then asked; Trustpilot is asked. Both by servers that stand in for them. */
@QuarkusTest
class ReviewSitesTest extends ConnectionTest {
    private static final String REVIEW = "accounts/1/locations/22/reviews/abc";
    private static final KeyPair GOOGLES = keys();
    private static final KeyPair OTHERS = keys();

    private Doubles metrics;
    private Sources sources;
    private volatile String comment = "Good bread.";
    private volatile String updated = "2026-03-01T10:00:00Z";
    private volatile int status = 200;

    @BeforeEach
    void start() {
        metrics = Doubles.metrics().start();
        sources = new Sources(this::google);
    }

    @AfterEach
    void stop() {
        metrics.close();
        sources.close();
    }

    @Test
    void aReviewOnGoogleIsFetchedAndItsLaterVersionHolds() {
        connect(GOOGLE);
        push("n1", token(GOOGLES, audience(), "push@crumb.iam.example", 300)).statusCode(200);
        settled(1);
        feedback("google", encoded(REVIEW))
                .statusCode(200)
                .body("text", equalTo("Good bread."))
                .body("rating.value", equalTo(4))
                .body("location", equalTo("22"));
        comment = "Good bread, long queue.";
        updated = "2026-03-02T10:00:00Z";
        push("n2", token(GOOGLES, audience(), "push@crumb.iam.example", 300)).statusCode(200);
        settled(2);
        feedback("google", encoded(REVIEW)).body("text", equalTo("Good bread, long queue."));
        status = 404;
        push("n3", token(GOOGLES, audience(), "push@crumb.iam.example", 300)).statusCode(200);
        settled(3);
        feedback("google", encoded(REVIEW)).statusCode(404);
        assertThat(sources.asked())
                .anyMatch(question -> question.header("Authorization").equals("Bearer at-1"));
    }

    @Test
    void onlyGooglesOwnTokenForThisAddressAndAccountIsTaken() {
        connect(GOOGLE);
        push("n1", token(OTHERS, audience(), "push@crumb.iam.example", 300)).statusCode(401);
        push("n1", token(GOOGLES, "https://elsewhere.example", "push@crumb.iam.example", 300))
                .statusCode(401);
        push("n1", token(GOOGLES, audience(), "push@other.iam.example", 300)).statusCode(401);
        push("n1", token(GOOGLES, audience(), "push@crumb.iam.example", -300)).statusCode(401);
        String right = token(GOOGLES, audience(), "push@crumb.iam.example", 300);
        String none = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());
        push("n1", none + right.substring(right.indexOf('.'), right.lastIndexOf('.') + 1))
                .statusCode(401);
        push("n1", "x").statusCode(401);
        push("n1", null).statusCode(401);
        push("n1", right).statusCode(200);
    }

    @Test
    void whereGoogleDoesNotAnswerItIsAskedAgain() {
        connect(GOOGLE);
        status = 503;
        push("n1", token(GOOGLES, audience(), "push@crumb.iam.example", 300)).statusCode(200);
        await().until(() -> sources.asked().stream()
                        .filter(question -> question.path().contains(REVIEW))
                        .count()
                >= 2);
        deliveries().body("items[0].outcome", equalTo("received"));
        status = 200;
        settled(1);
        feedback("google", encoded(REVIEW)).statusCode(200);
    }

    @Test
    void trustpilotIsReadToTheEndAndThenForWhatIsNew() {
        sources.behave(question -> trustpilot(question, "As good as ever."));
        connect("{\"type\": \"trustpilot\", \"name\": \"Site\", \"settings\": {\"businessUnitId\": \"46d6a890\"},"
                + " \"credentials\": {\"apiKey\": \"key-1\"}}");
        await().atMost(Duration.ofSeconds(40))
                .until(() -> feedback("trustpilot", "t149").extract().statusCode() == 200);
        feedback("trustpilot", "t0").body("text", startsWith("Title 0")).body("rating.stars", equalTo(5.0f));
        sources.behave(question -> trustpilot(question, "I have changed my mind."));
        await().atMost(Duration.ofSeconds(40)).until(() -> feedback("trustpilot", "t3")
                .extract()
                .<String>path("text")
                .contains("changed my mind"));
        sources.behave(question -> trustpilot(question, "As good as ever."));
        await().atMost(Duration.ofSeconds(40)).until(() -> feedback("trustpilot", "t3")
                .extract()
                .<String>path("text")
                .contains("ever"));
        assertThat(sources.asked("trustpilot"))
                .allMatch(question -> question.header("Apikey").equals("key-1"));
        connection().body("health.status", equalTo("ok"));
        deliver(Map.of(), "{}").statusCode(401);
        sources.behave(question -> new Reply(401, "", Map.of()));
        await().atMost(Duration.ofSeconds(40))
                .until(() -> "failing".equals(connection().extract().path("health.status")));
        call().post("/v1/connections/" + id + "/test").then().body("ok", equalTo(false));
    }

    private static Reply trustpilot(Question question, String text) {
        boolean first = question.path().endsWith("&page=1");
        String reviews = IntStream.range(first ? 0 : 100, first ? 100 : 150)
                .mapToObj(i ->
                        "{\"id\": \"t" + i + "\", \"stars\": 5, \"title\": \"Title " + i + "\", \"text\": \"" + text
                                + "\", \"language\": \"en\", \"createdAt\": \"2026-03-01T09:00:00Z\","
                                + " \"consumer\": {\"displayName\": \"Jo\"}}")
                .collect(Collectors.joining(","));
        return Reply.ok("{\"reviews\": [" + reviews + "]}");
    }

    private Reply google(Question question) {
        if (question.path().startsWith("/google-keys")) {
            return Reply.ok("{\"keys\": [" + jwk((RSAPublicKey) GOOGLES.getPublic()) + "]}");
        }
        if (question.path().startsWith("/google-tokens")) {
            return Reply.ok("{\"access_token\": \"at-1\", \"expires_in\": 3600}");
        }
        return new Reply(
                status,
                "{\"name\": \"" + REVIEW + "\", \"starRating\": \"FOUR\", \"comment\": \"" + comment
                        + "\", \"reviewer\": {\"displayName\": \"Jo\"}, \"createTime\": \"2026-03-01T10:00:00Z\","
                        + " \"updateTime\": \"" + updated + "\"}",
                Map.of());
    }

    private static final String GOOGLE = """
            {"type": "google-business-profile", "name": "Shop", "settings": {"serviceAccount": "push@crumb.iam.example"},
             "credentials": {"clientId": "a", "clientSecret": "b", "refreshToken": "c"}}""";

    private ValidatableResponse push(String message, String token) {
        String data = Base64.getEncoder()
                .encodeToString(("{\"type\": \"NEW_REVIEW\", \"review\": \"" + REVIEW + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
        return deliver(
                token == null ? Map.of() : Map.of("X-Webhook-Authorization", "Bearer " + token),
                "{\"message\": {\"messageId\": \"" + message + "\", \"data\": \"" + data + "\"}}");
    }

    private String audience() {
        return connection().extract().path("webhookUrl");
    }

    private static String encoded(String id) {
        return id.replace("/", "%2F");
    }

    private static String token(KeyPair keys, String audience, String email, long seconds) {
        long now = Instant.now().getEpochSecond();
        String claims =
                "{\"iss\": \"https://accounts.google.com\", \"aud\": \"" + audience + "\", \"email\": \"" + email
                        + "\", \"email_verified\": true, \"sub\": \"1\", \"iat\": " + Math.min(now, now + seconds - 60)
                        + ", \"exp\": " + (now + seconds) + "}";
        String head = url("{\"alg\": \"RS256\", \"kid\": \"k1\", \"typ\": \"JWT\"}".getBytes(StandardCharsets.UTF_8))
                + "." + url(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(head.getBytes(StandardCharsets.US_ASCII));
            return head + "." + url(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String jwk(RSAPublicKey key) {
        return "{\"kty\": \"RSA\", \"alg\": \"RS256\", \"use\": \"sig\", \"kid\": \"k1\", \"n\": \""
                + number(key.getModulus()) + "\", \"e\": \"" + number(key.getPublicExponent()) + "\"}";
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return url(bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
