package io.rapport.sentiment.serving;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.frame.test.TestSecrets;
import io.rapport.frame.test.TestTokens;
import io.restassured.response.ValidatableResponse;
import java.net.URL;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestSecrets.class)
class OwnAspectsResourceTest {
    private static final String REVIEW = "The sourdough was awful, but the coffee lovely.";

    @TestHTTPResource(value = "health/ready", management = true)
    URL readyUrl;

    @BeforeEach
    void modelsAreLoaded() {
        await().atMost(Duration.ofSeconds(90)).until(() -> given().get(readyUrl).statusCode() == 200);
    }

    @Test
    void whatABusinessAsksForIsFoundWithItsPolarity() {
        send(body("""
                        [{"category": "our_bread", "words": ["Sourdough", "starters"]}]"""))
                .statusCode(200)
                .body("readings[0].aspects.category", contains("our_bread", "product"))
                .body("readings[0].aspects.term", contains("sourdough", "coffee"))
                .body("readings[0].aspects.begin", contains(4, 33))
                .body("readings[0].aspects.label", contains("negative", "positive"));
    }

    @Test
    void eachTextHasItsOwnList() {
        send("""
                {"documents": [
                  {"id": "1", "text": "Awful crumpets.", "aspects": [{"category": "tea_time", "words": ["crumpet"]}]},
                  {"id": "2", "text": "Awful crumpets."},
                  {"id": "3", "text": "Awful crumpets.", "aspects": [{"category": "bakes", "words": ["crumpet"]}]},
                  {"id": "4", "text": "Awful crumpets.", "aspects": [{"category": "tea_time", "words": ["crumpet"]}]},
                  {"id": "5", "text": "Awful crumpets.", "aspects": []},
                  {"id": "6", "text": "Awful crumpets.", "aspects": null}]}""")
                .statusCode(200)
                .body("readings[0].aspects.category", contains("tea_time"))
                .body("readings[1].aspects.category.findAll { it == 'tea_time' || it == 'bakes' }", empty())
                .body("readings[2].aspects.category", contains("bakes"))
                .body("readings[3].aspects.category", contains("tea_time"))
                .body("readings[4].aspects.category.findAll { it == 'tea_time' || it == 'bakes' }", empty());
    }

    @Test
    void coreNlpFindsNone() {
        send(body("""
                        [{"category": "bread", "words": ["sourdough"]}]""").replace("\"documents\"", "\"model\": \"corenlp\", \"documents\""))
                .statusCode(200)
                .body("readings[0].aspects", empty())
                .body("readings[0].model", equalTo("corenlp-4.5.10-sr"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                       | aspects",
                "[1]                                                      | aspects[0]",
                "[{'words': ['a']}]                                       | aspects[0].category",
                "[{'category': 5, 'words': ['a']}]                        | aspects[0].category",
                "[{'category': '', 'words': ['a']}]                       | aspects[0].category",
                "[{'category': 'Bread', 'words': ['a']}]                  | aspects[0].category",
                "[{'category': '1a', 'words': ['a']}]                     | aspects[0].category",
                "[{'category': 'a', 'words': ['a']}, {'category': 'b'}]   | aspects[1].words",
                "[{'category': 'a', 'words': 'a'}]                        | aspects[0].words",
                "[{'category': 'a', 'words': []}]                         | aspects[0].words",
                "[{'category': 'a', 'words': [5]}]                        | aspects[0].words",
                "[{'category': 'a', 'words': ['']}]                       | aspects[0].words",
                "[{'category': 'a', 'words': [' ']}]                      | aspects[0].words",
                "[{'category': 'a', 'words': ['-']}]                      | aspects[0].words",
                "[{'category': 'a', 'words': ['a b c d']}]                | aspects[0].words",
                "[{'category': 'a', 'words': ['a'], 'label': 'x'}]        | aspects[0].label"
            })
    void aBrokenListIsNamed(String aspects, String field) {
        refused(aspects.replace('\'', '"'), field);
    }

    @Test
    void whatIsTooLongOrTooMuchIsNamed() {
        refused(aspect("c".repeat(41), "a"), "aspects[0].category");
        refused(aspect("c", "a".repeat(61)), "aspects[0].words");
        refused(aspect("c", Collections.nCopies(51, "a").toArray(String[]::new)), "aspects[0].words");
        String one = aspect("c", "a").replaceAll("[\\[]\\{|\\}]$", "");
        refused("[{" + String.join("},{", Collections.nCopies(51, one)) + "}]", "aspects");
    }

    @Test
    void aFullListCostsOneReadingARequest() {
        List<Map<String, Object>> aspects = IntStream.range(0, 50)
                .mapToObj(i -> Map.<String, Object>of("category", "c" + i, "words", List.of("thing " + i, "bread" + i)))
                .toList();
        List<Map<String, Object>> documents = IntStream.range(0, 100)
                .mapToObj(i -> Map.of("id", "d" + i, "text", "Good bread" + i % 50 + ".", "aspects", aspects))
                .toList();

        List<String> categories = send(Map.of("documents", documents))
                .statusCode(200)
                .extract()
                .path("readings.aspects.category.flatten()");

        assertThat(categories)
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(i -> "c" + i % 50).toList());
    }

    private static void refused(String aspects, String field) {
        send(body(aspects)).statusCode(400).body("errors.field", hasItem("documents[0]." + field));
    }

    private static String aspect(String category, String... words) {
        return "[{\"category\": \"%s\", \"words\": [\"%s\"]}]".formatted(category, String.join("\",\"", words));
    }

    private static String body(String aspects) {
        return """
                {"documents": [{"id": "1", "kind": "review", "text": "%s", "aspects": %s}]}""".formatted(REVIEW, aspects);
    }

    private static ValidatableResponse send(Object body) {
        return given().header("Authorization", TestTokens.server("b_aaaaaaaaaaaaaaaa", "sentiment:read"))
                .contentType("application/json")
                .body(body)
                .post("/v1/sentiment")
                .then();
    }
}
