package io.rapport.gateway.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.GatewayTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a business wants to hear about, as a part of its settings. */
@QuarkusTest
class OwnAspectsTest extends GatewayTest {
    private static final String SOURDOUGH = "{\"category\": \"sourdough\", \"words\": [\"sourdough\", \"rye loaf\"]}";

    @Test
    void they_are_kept_and_told_to_the_services() {
        TestBusiness business = newBusiness();
        patch(business, "[" + SOURDOUGH + "]")
                .statusCode(200)
                .body("aspects[0].category", equalTo("sourdough"))
                .body("aspects[0].words", contains("sourdough", "rye loaf"))
                .body("pending", empty());
        assertThat(feedback.lastSettings(business.id()).body())
                .contains("\"aspects\":[{\"category\":\"sourdough\",\"words\":[\"sourdough\",\"rye loaf\"]}]");
        own(business, "{\"margin\": \"0.5\"}").body("aspects.category", contains("sourdough"));
        patch(business, "null").statusCode(200).body("aspects", empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"words\": [\"a\"]}|aspects[0].category",
                "{\"category\": \"Sour\", \"words\": [\"a\"]}|aspects[0].category",
                "{\"category\": \"1st\", \"words\": [\"a\"]}|aspects[0].category",
                "{\"category\": \"a-b\", \"words\": [\"a\"]}|aspects[0].category",
                "{\"category\": \"sour\"}|aspects[0].words",
                "{\"category\": \"sour\", \"words\": []}|aspects[0].words",
                "{\"category\": \"sour\", \"words\": \"a\"}|aspects[0].words",
                "{\"category\": \"sour\", \"words\": [7]}|aspects[0].words",
                "{\"category\": \"sour\", \"words\": [\"\"]}|aspects[0].words",
                "{\"category\": \"sour\", \"words\": [\" \"]}|aspects[0].words",
                "{\"category\": \"sour\", \"words\": [\"...\"]}|aspects[0].words",
                "{\"category\": \"sour\", \"words\": [\"&amp;\"]}|aspects[0].words",
                "{\"category\": \"sour\", \"words\": [\"<br>\"]}|aspects[0].words",
                "{\"category\": \"sour\", \"words\": [\"\\ud800\\udc00\"]}|aspects[0].words",
                "{\"category\": \"sour\", \"words\": [\"one two three four\"]}|aspects[0].words",
                "{\"category\": \"sour\", \"words\": [\"a\"], \"more\": 1}|aspects[0].more"
            })
    void a_broken_rule_is_named_with_its_field(String aspect, String field) {
        patch(newBusiness(), "[" + aspect + "]").statusCode(400).body("errors.field", contains(field));
    }

    @Test
    void there_are_not_too_many_or_too_long_ones() {
        TestBusiness business = newBusiness();
        String word = "\"" + "w".repeat(60) + "\"";
        patch(business, "[{\"category\": \"a%s\", \"words\": [%s]}]".formatted("b".repeat(39), word))
                .statusCode(200);
        patch(business, "[{\"category\": \"a%s\", \"words\": [\"a\"]}]".formatted("b".repeat(40)))
                .statusCode(400);
        patch(business, "[{\"category\": \"a\", \"words\": [\"%s\"]}]".formatted("w".repeat(61)))
                .statusCode(400);
        patch(business, "[{\"category\": \"a\", \"words\": [%s]}]".formatted(times(51, "\"a\"")))
                .statusCode(400);
        patch(business, "[" + times(51, SOURDOUGH) + "]").statusCode(400);
        patch(business, "[" + times(2, SOURDOUGH) + "]").statusCode(400).body("errors.field", contains("aspects"));
        patch(business, "7").statusCode(400).body("errors.field", contains("aspects"));
    }

    private static String times(int count, String text) {
        return (text + ",").repeat(count - 1) + text;
    }

    private ValidatableResponse patch(TestBusiness business, String aspects) {
        return own(business, "{\"aspects\": " + aspects + "}");
    }

    private ValidatableResponse own(TestBusiness business, String body) {
        return with(business.secretKey())
                .contentType(ContentType.JSON)
                .body(body)
                .patch("/v1/businesses/" + business.id())
                .then();
    }
}
