package io.rapport.sentiment.serving;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.frame.test.TestSecrets;
import io.rapport.frame.test.TestTokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestSecrets.class)
class SentimentResourceTest {
    private static final String BUSINESS = "b_aaaaaaaaaaaaaaaa";
    private static final String PROBLEM = "application/problem+json";

    @TestHTTPResource(value = "metrics", management = true)
    URL figuresUrl;

    @TestHTTPResource(value = "health/ready", management = true)
    URL readyUrl;

    @BeforeEach
    void modelsAreLoaded() {
        await().atMost(Duration.ofSeconds(90)).until(() -> given().get(readyUrl).statusCode() == 200);
    }

    @Test
    void aReviewIsRead() {
        send("""
                {"documents": [{"id": "r-1", "text": "Lovely bread! The queue was awful.", "kind": "review", "language": "en",
                  "rating": {"value": 4, "scale": 5}}], "model": "default"}""")
                .statusCode(200)
                .body("readings", hasSize(1))
                .body("readings[0].id", equalTo("r-1"))
                .body("readings[0].score", allOf(greaterThan(-1f), lessThan(1f)))
                .body("readings[0].sentences.label", contains("positive", "negative"))
                .body("readings[0].sentences.begin", contains(0, 14))
                .body("readings[0].sentences.end", contains(13, 34))
                .body("readings[0].sentences[0]", hasEntry("classes", null))
                .body("readings[0].probabilities", allOf(hasKey("negative"), hasKey("neutral"), hasKey("positive")))
                .body("readings[0].aspects.category", contains("product", "waiting_time"))
                .body("readings[0].aspects.term", contains("bread", "queue"))
                .body("readings[0].aspects.begin", contains(7, 18))
                .body("readings[0].aspects.end", contains(12, 23))
                .body("readings[0].aspects.label", contains("positive", "negative"))
                .body("readings[0].language", equalTo("en"))
                .body("readings[0].model", equalTo("rapport-en-2"))
                .body("readings[0].truncated", is(false))
                .body("readings[0]", hasEntry("reason", null));
    }

    @Test
    void whatCannotBeReadHasNullsAndAReason() {
        send("""
                {"documents": [{"id": "1", "text": " "}, {"id": "2", "text": "Sehr gut", "language": "de"},
                  {"id": "3"}, {"id": "4", "text": "Great!"}]}""")
                .statusCode(200)
                .body("readings.id", contains("1", "2", "3", "4"))
                .body("readings.reason", contains("empty", "language", "empty", null))
                .body("readings.label", contains(null, null, null, "positive"))
                .body("readings[0]", allOf(hasEntry("score", null), hasEntry("probabilities", null)));
    }

    @Test
    void aLongTextIsTruncated() {
        send(Map.of("documents", List.of(Map.of("id", "1", "text", "Good bread here. ".repeat(1_500)))))
                .statusCode(200)
                .body("readings[0].truncated", is(true))
                .body("readings[0].label", equalTo("positive"))
                .body("readings[0].sentences.end.max()", lessThan(20_001));
    }

    @Test
    void theCompanyOfADocumentDoesNotMatter() {
        Map<String, String> review = Map.of("id", "x", "text", "Nice place, but the coffee was cold and weak.");
        double alone = score(send(Map.of("documents", List.of(review))), 0);

        ValidatableResponse together = send(Map.of(
                "documents",
                List.of(Map.of("id", "y", "text", "(".repeat(3_000)), review, Map.of("id", "z", "text", "Awful."))));

        together.statusCode(200).body("readings.id", contains("y", "x", "z"));
        assertThat(score(together, 1), closeTo(alone, 1e-9));
    }

    @Test
    void textsThatNoDatabaseCouldStoreAreReadAllTheSame() {
        send("""
                {"documents": [{"id": "1", "text": "Lovely \\ud83d bread \\u0000 indeed."}, {"id": "2", "text": "\\udc00"}]}""").statusCode(200).body("readings.reason", contains(null, "empty"));
    }

    @ParameterizedTest
    @CsvSource({"default,rapport-en-2", "corenlp,corenlp-4.5.10-sr"})
    void aReadingNamesItsModel(String asked, String named) {
        send(Map.of("documents", List.of(Map.of("id", "1", "text", "Good.")), "model", asked))
                .statusCode(200)
                .body("readings[0].model", equalTo(named));
    }

    @Test
    void coreNlpGivesItsFiveClassesAndNoMore() {
        send(Map.of("documents", List.of(Map.of("id", "1", "text", "Lovely bread!")), "model", "corenlp"))
                .statusCode(200)
                .body("readings[0].sentences[0].classes", hasSize(5))
                .body("readings[0].aspects", empty())
                .body("readings[0].emotions", empty());
    }

    @Test
    void feelingsComeWithTheirProbabilities() {
        send(Map.of(
                        "documents",
                        List.of(Map.of("id", "1", "text", "Thank you so much for your help!", "kind", "message"))))
                .statusCode(200)
                .body("readings[0].emotions[0].emotion", equalTo("gratitude"))
                .body("readings[0].emotions[0].probability", greaterThan(0.5f));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"documents": [                                            |
            null                                                       |
            []                                                         |
            "text"                                                     |
            {}                                                         | documents
            {"documents": null}                                        | documents
            {"documents": []}                                          | documents
            {"documents": {}}                                          | documents
            {"documents": [1]}                                         | documents[0]
            {"documents": [{"text": "a"}]}                             | documents[0].id
            {"documents": [{"id": ""}]}                                | documents[0].id
            {"documents": [{"id": 1, "text": "a"}]}                    | documents[0].id
            {"documents": [{"id": "\\ud83d", "text": "a"}]}            | documents[0].id
            {"documents": [{"id": "1", "text": 5}]}                    | documents[0].text
            {"documents": [{"id": "1", "text": ["a"]}]}                | documents[0].text
            {"documents": [{"id": "1", "text": "a", "kind": "novel"}]} | documents[0].kind
            {"documents": [{"id": "1", "text": "a", "language": 1}]}   | documents[0].language
            {"documents": [{"id": "1", "text": "a", "rating": 5}]}     | documents[0].rating
            {"documents": [{"id": "1", "txt": "a"}]}                   | documents[0].txt
            {"documents": [{"id": "1"}, {"id": "1"}]}                  | documents[1].id
            {"documents": [{"id": "1"}], "modle": "corenlp"}           | modle
            {"documents": [{"id": "1"}], "model": "gpt"}               | model
            {"documents": [{"id": "1"}], "model": 1}                   | model
            """)
    void aBrokenBodyIsAValidationProblem(String body, String field) {
        ValidatableResponse response = send(body)
                .statusCode(400)
                .contentType(PROBLEM)
                .body("type", containsString("/problems/validation"))
                .body("status", is(400));
        if (field != null) {
            response.body("errors.field", hasItem(field));
        }
    }

    @Test
    void moreThan500DocumentsAreTooMany() {
        send(Map.of("documents", documents(501, "Good."))).statusCode(400).body("errors.field", contains("documents"));
    }

    @Test
    void moreThanAMegabyteIsTooLarge() {
        send(Map.of("documents", List.of(Map.of("id", "1", "text", "a".repeat(1 << 20)))))
                .statusCode(413)
                .contentType(PROBLEM)
                .body("type", containsString("/problems/payload-too-large"));
    }

    @Test
    void anotherMediaTypeIsNotTaken() {
        authorized()
                .contentType("text/plain")
                .body("Good.")
                .post("/v1/sentiment")
                .then()
                .statusCode(415);
    }

    @Test
    void withoutATokenNothingIsRead() {
        given().contentType("application/json")
                .body(Map.of("documents", documents(1, "Good.")))
                .post("/v1/sentiment")
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .body("type", containsString("/problems/unauthorized"));
    }

    @Test
    void aTokenOfAnotherScopeIsForbidden() {
        given().header("Authorization", TestTokens.server(BUSINESS, "metrics:read"))
                .contentType("application/json")
                .body(Map.of("documents", documents(1, "Good.")))
                .post("/v1/sentiment")
                .then()
                .statusCode(403)
                .contentType(PROBLEM)
                .body("type", containsString("/problems/forbidden"));
    }

    @Test
    void aFullQueueSaysWhenToComeBack() throws Exception {
        // The queue of the tests holds 500, so one document in work leaves no room for a full request.
        Map<String, String> slow = Map.of("id", "slow", "language", "en", "text", "\\".repeat(20_000));
        var first = CompletableFuture.supplyAsync(
                () -> send(Map.of("documents", List.of(slow), "model", "corenlp")), Thread::startVirtualThread);
        await().pollInterval(Duration.ofMillis(20)).until(() -> queue() == 1);

        double full = figure("rapport_sentiment_batches_unread_total{reason=\"full\"}");
        send(Map.of("documents", documents(500, "Good.")))
                .statusCode(503)
                .contentType(PROBLEM)
                .header("Retry-After", "5")
                .body("type", containsString("/problems/overloaded"));

        assertThat(figure("rapport_sentiment_batches_unread_total{reason=\"full\"}"), is(full + 1));
        first.get(60, TimeUnit.SECONDS).statusCode(200).body("readings", hasSize(1));
        await().until(() -> queue() == 0);
    }

    @Test
    void otherServicesLearnThatItIsReadyWhereItTakesRequests() {
        authorized().get("/internal/v1/ready").then().statusCode(204);
        given().get("/internal/v1/ready").then().statusCode(401);
        given().get("/q/health/ready").then().statusCode(404);
        given().get("/q/metrics").then().statusCode(404);
    }

    @Test
    void documentsAreCountedByOutcome() {
        send(Map.of("documents", documents(1, ""))).statusCode(200).body("readings[0].label", nullValue());

        given().get(figuresUrl)
                .then()
                .statusCode(200)
                .body(containsString("rapport_sentiment_documents_seconds_count{outcome=\"empty\"}"));
    }

    @Test
    void timeIsMeasuredByStageAndModel() {
        double languages = figure("rapport_sentiment_stage_seconds_count{model=\"default\",stage=\"language\"}");
        double trees = figure("rapport_sentiment_stage_seconds_count{model=\"corenlp\",stage=\"parse\"}");
        List<Map<String, String>> two = documents(2, "Good bread.");

        send(Map.of("documents", two)).statusCode(200);
        send(Map.of("documents", two, "model", "corenlp")).statusCode(200);

        assertThat(
                figure("rapport_sentiment_stage_seconds_count{model=\"default\",stage=\"language\"}"),
                is(languages + 2));
        assertThat(figure("rapport_sentiment_stage_seconds_count{model=\"corenlp\",stage=\"parse\"}"), is(trees + 2));
        for (String stage : List.of("split", "linear", "aspects", "feelings")) {
            assertThat(
                    figure("rapport_sentiment_stage_seconds_sum{model=\"default\",stage=\"" + stage + "\"}"),
                    greaterThan(0.0));
        }
        for (String stage : List.of("split", "tag", "parse", "network")) {
            assertThat(
                    figure("rapport_sentiment_stage_seconds_sum{model=\"corenlp\",stage=\"" + stage + "\"}"),
                    greaterThan(0.0));
        }
    }

    @Test
    void batchesCharactersAndWaitingAreCounted() {
        double batches = figure("rapport_sentiment_batches_count");
        double documents = figure("rapport_sentiment_batches_sum");
        double characters = figure("rapport_sentiment_characters_total");
        double waited = figure("rapport_sentiment_waiting_seconds_count");
        double truncated = figure("rapport_sentiment_truncated_total");

        send(Map.of("documents", List.of(Map.of("id", "1", "text", "a ".repeat(10_001)), Map.of("id", "2"))))
                .statusCode(200);

        assertThat(figure("rapport_sentiment_batches_count"), is(batches + 1));
        assertThat(figure("rapport_sentiment_batches_sum"), is(documents + 2));
        assertThat(figure("rapport_sentiment_characters_total"), is(characters + 20_002));
        assertThat(figure("rapport_sentiment_waiting_seconds_count"), is(waited + 2));
        assertThat(figure("rapport_sentiment_truncated_total"), is(truncated + 1));
    }

    private double queue() {
        return figure("rapport_sentiment_queue");
    }

    private double figure(String name) {
        return given().get(figuresUrl)
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                .findFirst()
                .orElseThrow();
    }

    private static double score(ValidatableResponse response, int index) {
        return response.extract().jsonPath().getDouble("readings[" + index + "].score");
    }

    private static List<Map<String, String>> documents(int count, String text) {
        return IntStream.range(0, count)
                .mapToObj(i -> Map.of("id", "d" + i, "text", text))
                .toList();
    }

    private static ValidatableResponse send(Object body) {
        return authorized()
                .contentType("application/json")
                .body(body)
                .post("/v1/sentiment")
                .then();
    }

    private static RequestSpecification authorized() {
        return given().header("Authorization", TestTokens.server(BUSINESS, "sentiment:read"));
    }
}
