package io.rapport.feedback.review;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.testing.ServiceTest;
import io.rapport.frame.test.TestTokens;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the answer is a problem that names what is wrong, and nothing is stored. */
@QuarkusTest
class BadInputTest extends ServiceTest {

    @AfterEach
    void nothingIsStored() {
        call().get("/v1/feedback").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void bodiesThatAreNoJson() {
        for (String body :
                new String[] {"{", "", "null", "1", "\"x\"", "[1]", "[]", "[null]", "[[]]", "{} {}", "nul"}) {
            post(body).statusCode(400).contentType("application/problem+json");
        }
    }

    @Test
    void fieldsThatAreMissing() {
        post("{}").statusCode(400).body("errors.field", hasItems("id", "source", "kind", "occurredAt"));
    }

    @Test
    void fieldsOfTheWrongShape() {
        refuses("id", review("a", "x").replace("\"a\"", "1"));
        refuses("text", review("a", "x").replace("\"x\"", "[\"x\"]"));
        refuses("author", review("a", "x", ", \"author\": \"A.\""));
        refuses("author", review("a", "x", ", \"author\": [{}]"));
        refuses("author.name", review("a", "x", ", \"author\": {\"name\": {}}"));
        refuses("rating", review("a", "x", ", \"rating\": 4"));
        refuses("rating", review("a", "x", ", \"rating\": []"));
        refuses("revision", review("a", "x", ", \"revision\": \"1\""));
    }

    @Test
    void addressesThatAreNoPages() {
        for (String url :
                new String[] {"javascript:alert(1)", " https://x", "//x", "data:text/html,x", "vbscript:x", ""}) {
            refuses("url", review("a", "x", ", \"url\": \"" + url + "\""));
        }
    }

    @Test
    void unknownMembers() {
        refuses("stars", review("a", "x", ", \"stars\": 4"));
        refuses("author.mail", review("a", "x", ", \"author\": {\"mail\": \"x\"}"));
        refuses("survey", review("a", "x", ", \"survey\": {}"));
    }

    @Test
    void textsThatCannotBeStored() {
        refuses("text", review("a", "x\\u0000y"));
        refuses("text", review("a", "x\\ud800y"));
        refuses("id", review("\\udc00", "x"));
        refuses("author.customerId", review("a", "x", ", \"author\": {\"customerId\": \"\\u0000\"}"));
    }

    @Test
    void instantsOutOfRange() {
        for (String at : new String[] {
            "1969-12-31T23:59:59Z",
            "9999-12-31T00:00:00Z",
            "yesterday",
            "2026-02-30T00:00:00Z",
            "2026-03-01",
            "+99999999-01-01T00:00:00Z",
            ""
        }) {
            refuses("occurredAt", review("a", "x").replace("2026-03-01T10:00:00Z", at));
        }
    }

    @Test
    void textsThatAreTooLong() {
        refuses("text", review("a", "x".repeat(100_001)));
        refuses("id", review("x".repeat(301), "x"));
        refuses("touchpoint", review("a", "x", ", \"touchpoint\": \"" + "x".repeat(201) + "\""));
    }

    @Test
    void kindsAndSourcesThatAreNone() {
        refuses("kind", review("a", "x").replace("\"review\"", "\"novel\""));
        refuses("source", review("a", "x").replace("\"site\"", "\"survey:sv_x\""));
        refuses("source", review("a", "x").replace("\"site\"", "\" \""));
        refuses("revision", review("a", "x", ", \"revision\": 0"));
        refuses("language", review("a", "x", ", \"language\": \"Klingon!\""));
    }

    @Test
    void reviewsThatSayNothing() {
        refuses("text", review("a", " "));
        refuses("text", review("a", "").replace("\"\"", "null"));
    }

    @Test
    void ratingsThatAreNone() {
        for (String rating : new String[] {
            "{}",
            "{\"value\": 4}",
            "{\"scale\": 5}",
            "{\"value\": 4, \"scale\": 5, \"min\": 1, \"max\": 5}",
            "{\"value\": 6, \"scale\": 5}",
            "{\"value\": 0, \"scale\": 5}",
            "{\"value\": 1, \"min\": 5, \"max\": 1}",
            "{\"value\": 1, \"min\": 1}",
            "{\"value\": 1, \"scale\": 5, \"recommends\": true}",
            "{\"recommends\": \"yes\"}",
            "{\"value\": 1e400, \"scale\": 5}",
            "{\"value\": \"four\", \"scale\": 5}",
            "{\"value\": 4, \"scale\": 4.5}",
            "{\"value\": 0, \"min\": 0, \"max\": 1e15}"
        }) {
            post(review("a", "x", ", \"rating\": " + rating))
                    .statusCode(400)
                    .body("errors[0].field", containsString("rating"));
        }
    }

    @Test
    void anErrorOfOneElementRefusesTheWholeBatchAndNamesItsPlace() {
        post("[" + review("a", "x") + "," + review("b", "x").replace("review", "novel") + "]")
                .statusCode(400)
                .body("errors[0].index", equalTo(1))
                .body("errors[0].field", equalTo("kind"));
    }

    @Test
    void batchesThatAreTooLarge() {
        String many = IntStream.range(0, 501)
                .mapToObj(i -> review("r" + i, "x"))
                .toList()
                .toString();
        post(many).statusCode(400);
        post("[" + review("a", "x".repeat(99_000)).repeat(1) + ",\"" + "x".repeat(1_100_000) + "\"]")
                .statusCode(413);
    }

    @Test
    void otherMediaTypesMethodsAndPaths() {
        given().header("Authorization", TestTokens.server(business, ALL))
                .contentType("text/plain")
                .body("x")
                .post("/v1/feedback")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        call().put("/v1/feedback").then().statusCode(405);
        call().get("/v1/feedbacks").then().statusCode(404);
        call().get("/v1/feedback/site/%00").then().statusCode(400);
    }

    private void refuses(String field, String body) {
        post(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://rapport.example/problems/validation"))
                .body("errors.field", hasItem(field));
    }
}
