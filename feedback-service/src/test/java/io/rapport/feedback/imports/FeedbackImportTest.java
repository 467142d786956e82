package io.rapport.feedback.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.sql.Sql;
import io.rapport.feedback.testing.Doubles;
import io.rapport.feedback.testing.ServiceTest;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.database.Pace;
import io.rapport.frame.imports.ImportSteps;
import io.rapport.frame.imports.ImportWorker;
import io.rapport.frame.test.TestTokens;
import io.rapport.frame.token.Scopes;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Feedback that comes in files. */
@QuarkusTest
class FeedbackImportTest extends ServiceTest {
    private static final String HEADER = "id,source,kind,occurredAt,text,rating.value,rating.scale,author.name\n";

    @Inject
    ImportSteps steps;

    @Inject
    Sql sql;

    @Inject
    BusinessScope scope;

    @Test
    void rowsGoTheWayOfAllFeedback() {
        accepts(review("known", "Lovely").replace("site", "file"));
        String id = whole(null, HEADER + """
                        r-1,file,review,2026-03-01T10:00:00Z,"Lovely, ""warm"" bread
                        and rolls",4,5,A.
                        r-2,file,review,2026-03-02T10:00:00Z,,"3,5",5,
                        r-2,file,review,2026-03-02T10:00:00Z,,"3,5",5,
                        known,file,review,2026-03-01T10:00:00Z,Lovely,,,
                        bad,file,gift,2026-03-02T10:00:00Z,x,,,
                        r-3,file,review,2026-03-02T10:00:00Z,x,9,5,
                        """)
                .body("state", equalTo("done"), "rows", equalTo(6), "accepted", equalTo(2), "duplicates", equalTo(2))
                .body("rejected", equalTo(2), "errors.row", contains(5, 6))
                .body("errors.field", contains("kind", "rating.value"))
                .extract()
                .path("id");
        feedback("file", "r-1")
                .body("text", equalTo("Lovely, \"warm\" bread\nand rolls"))
                .body("rating.stars", equalTo(4.0f), "author.name", equalTo("A."));
        feedback("file", "r-2").body("rating.stars", equalTo(3.5f));
        assertThat(as().get("/v1/imports/" + id + "/rejected").asString())
                .contains("5,", "bad,file,gift", "r-3,file,review")
                .doesNotContain("r-1,");
        try (Doubles metrics = Doubles.metrics().start();
                Doubles sentiment = Doubles.sentiment().start()) {
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> feedback("file", "r-1").body("reading.label", equalTo("positive")));
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(metrics.factsOf(business))
                    .anyMatch(fact -> fact.path("id").asText().equals("r-2")
                            && fact.path("rating").asDouble() == 3.5));
        }
    }

    @Test
    void aMappingReadsTheExportOfAReviewSite() {
        String mapping = """
                {"id": "Review Id", "source": {"value": "trustpilot"}, "kind": {"value": "review"},
                 "text": "Review Content", "rating.value": "Review Stars", "rating.scale": {"value": 5},
                 "occurredAt": {"column": "Review Created (UTC)", "format": "yyyy-MM-dd HH:mm:ss"},
                 "author.name": "Consumer Username", "language": "Review Language"}""";
        whole(mapping, """
                        Review Id;Review Created (UTC);Consumer Username;Review Content;Review Stars;Review Language
                        65a;2026-03-01 09:30:00;Ann;Lovely bread;5;en
                        65b;2026-03-02 09:30:00;Bob;;2;
                        """).body("state", equalTo("done"), "accepted", equalTo(2));
        feedback("trustpilot", "65a")
                .body("occurredAt", equalTo("2026-03-01T09:30:00Z"), "rating.stars", equalTo(5.0f));
    }

    @Test
    void jsonLinesYesAndNoAndRowsWithoutIdsAreTaken() {
        String line = """
                {"source": "file", "kind": "post", "text": "Good bread", "occurredAt": "2026-03-01T10:00:00Z"}
                """;
        whole(
                        null,
                        line + line
                                + "{\"occurredAt\": \"2026-03-01T10:00:00Z\", \"source\": \"file\", \"kind\": \"post\","
                                + " \"text\": \"Good bread\"}\n" + line.replace("Good", "Bad"))
                .body("format", equalTo("jsonl"), "accepted", equalTo(2), "duplicates", equalTo(2));
        whole(null, "id,source,kind,occurredAt,rating.recommends\n1,fb,review,2026-03-01T10:00:00Z,Yes\n");
        feedback("fb", "1").body("rating.recommends", equalTo(true));
    }

    @Test
    void aRevisionThatConflictsIsOneRejectedRow() {
        accepts(review("r", "One", ", \"revision\": 3"));
        whole(
                        null,
                        "id,source,kind,occurredAt,text,revision\n"
                                + "a,site,review,2026-03-01T10:00:00Z,Good,1\n"
                                + "r,site,review,2026-03-01T10:00:00Z,Other,3\n"
                                + "r,site,review,2026-03-01T10:00:00Z,Newer,4\n")
                .body("accepted", equalTo(2), "rejected", equalTo(1), "duplicates", equalTo(0))
                .body("errors[0].row", equalTo(2), "errors[0].field", equalTo("revision"));
        feedback("site", "r").body("text", equalTo("Newer"));
    }

    @Test
    void whatIsTakenBackIsAsIfItHadNeverCome() {
        accepts(review("edited", "Before the file"));
        accepts(review("later", "One"));
        String file = "id,source,kind,occurredAt,text\n"
                + "new,site,review,2026-03-01T10:00:00Z,Brought\n"
                + "edited,site,review,2026-03-01T10:00:00Z,In the file\n"
                + "later,site,review,2026-03-01T10:00:00Z,Two\n";
        String id = whole(null, file).body("accepted", equalTo(3)).extract().path("id");
        accepts(review("later", "Three"));
        try (Doubles metrics = Doubles.metrics().start()) {
            as().delete("/v1/imports/" + id).then().statusCode(202);
            ended(id).body("state", equalTo("removed"));
            feedback("site", "new").statusCode(404);
            feedback("site", "edited").body("text", equalTo("Before the file"), "revision", equalTo(3));
            feedback("site", "later").body("text", equalTo("Three"));
            assertThat(texts())
                    .noneMatch(text -> Set.of("Brought", "In the file", "Two").contains(text));
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(metrics.factsOf(business))
                    .anyMatch(fact -> fact.path("id").asText().equals("new")
                            && fact.path("deleted").asBoolean()));
        }
        whole(null, file).body("accepted", equalTo(3), "duplicates", equalTo(0));
        feedback("site", "new").statusCode(200).body("text", equalTo("Brought"));
    }

    @Test
    void eachRowIsReadOnceAlsoWhereAnotherGoesOn() {
        StringBuilder file = new StringBuilder("id,source,kind,occurredAt,text\n");
        for (int i = 0; i < 6_000; i++) {
            file.append(i).append(",site,").append(i % 100 == 50 ? "gift" : "post");
            file.append(",2026-03-01T10:00:00Z,Text ").append(i).append('\n');
        }
        String id = send(null, file.toString()).statusCode(202).extract().path("id");
        int rounds = 0;
        for (int replica = 0; replica < 3; replica++) {
            QuarkusTransaction.requiringNew()
                    .run(() -> sql.update("update import_task set leased_until = null where import_id = ?", id));
            ImportWorker other = new ImportWorker(steps);
            for (int i = 0; i < 5 && other.round() == Pace.MORE; i++) {
                rounds++;
            }
        }
        assertThat(rounds).isPositive();
        ended(id)
                .body("state", equalTo("done"), "rows", equalTo(6_000), "accepted", equalTo(5_940))
                .body("rejected", equalTo(60), "errors", hasSize(60), "duplicates", equalTo(0));
        assertThat(texts()).hasSize(5_940);
        assertThat(count("select count(*) from import_chunk")).isZero();
    }

    @Test
    void aKeyNeedsTheScopeAndAPageMayNot() {
        given().header("Authorization", TestTokens.server(business, Scopes.EVENTS_WRITE))
                .multiPart("file", "f.csv", "id\n1\n".getBytes(StandardCharsets.UTF_8))
                .multiPart("kind", "feedback")
                .post("/v1/imports")
                .then()
                .statusCode(403);
        given().header("Authorization", TestTokens.browser(business, Scopes.FEEDBACK_WRITE))
                .multiPart("file", "f.csv", "id\n1\n".getBytes(StandardCharsets.UTF_8))
                .multiPart("kind", "feedback")
                .post("/v1/imports")
                .then()
                .statusCode(403);
        as().multiPart("file", "f.csv", "id\n1\n".getBytes(StandardCharsets.UTF_8))
                .multiPart("kind", "events")
                .post("/v1/imports")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("kind"));
        String id = send(null, "id\n1\n").extract().path("id");
        assertThat(id).startsWith("imf_");
        given().header("Authorization", TestTokens.server(known(randomBusiness()), Scopes.FEEDBACK_WRITE))
                .get("/v1/imports/" + id)
                .then()
                .statusCode(404);
    }

    private RequestSpecification as() {
        return given().header("Authorization", TestTokens.server(business, Scopes.FEEDBACK_WRITE));
    }

    private ValidatableResponse send(String mapping, String file) {
        RequestSpecification request = as().multiPart("file", "reviews.csv", file.getBytes(StandardCharsets.UTF_8))
                .multiPart("kind", "feedback");
        return (mapping == null ? request : request.multiPart("mapping", mapping))
                .post("/v1/imports")
                .then();
    }

    private ValidatableResponse whole(String mapping, String file) {
        return ended(send(mapping, file)
                .statusCode(202)
                .header("Location", startsWith("/v1/imports/imf_"))
                .extract()
                .path("id"));
    }

    private ValidatableResponse ended(String id) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> as().get("/v1/imports/" + id).<String>path("state"),
                        not(oneOf("waiting", "running", "removing")));
        return as().get("/v1/imports/" + id).then();
    }

    private List<String> texts() {
        return scope.call(Set.of(business), () -> QuarkusTransaction.requiringNew()
                .call(() -> sql.list(
                        "select text from feedback where not deleted union all select text from feedback_history",
                        row -> row.getString(1))));
    }

    private int count(String statement) {
        return scope.call(Set.of(business), () -> QuarkusTransaction.requiringNew()
                .call(() -> sql.first(statement, row -> row.getInt(1)).orElseThrow()));
    }
}
