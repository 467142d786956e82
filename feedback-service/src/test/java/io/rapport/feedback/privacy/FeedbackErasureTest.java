package io.rapport.feedback.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.sql.Sql;
import io.rapport.feedback.testing.Doubles;
import io.rapport.feedback.testing.Doubles.Reply;
import io.rapport.feedback.testing.ServiceTest;
import io.rapport.frame.database.BusinessScope;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A person asks to be forgotten; metrics-service, which knows who that is, says so with each delivery. */
@QuarkusTest
class FeedbackErasureTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Sql sql;

    @Inject
    BusinessScope scope;

    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private volatile boolean taken = true;

    @Test
    void nothingOfThePersonStays() {
        String bobs = review("bob", "Bob says", ", \"author\": {\"name\": \"Bob\", \"customerId\": \"bob-1\"}");
        String mine = review("mine", "zoe was here", ", \"author\": {\"name\": \"zoe\", \"customerId\": \"zoe-1\"}");
        accepts("[" + mine + "," + mine.replace("here", "there") + "," + bobs + ","
                + review("hers", "by zoe", ", \"visitorId\": \"zoe-phone\"") + "]");
        call().body("{\"text\": \"Dear zoe\"}")
                .post("/v1/feedback/site/mine/reply")
                .then()
                .statusCode(201);
        call().body("{\"text\": \"zoe called\"}")
                .post("/v1/feedback/site/mine/notes")
                .then()
                .statusCode(201);
        call().body("{\"assignee\": \"mia\", \"tags\": [\"zoe\"]}").patch("/v1/feedback/site/mine/handling");
        delivered("d-1", "{\"author\": {\"customerId\": \"zoe-1\"}}");
        delivered("d-2", "{\"author\": {\"customerId\": \"bob-1\"}}");
        assertThat(tablesThatName("zoe"))
                .contains("feedback", "feedback_history", "feedback_reply", "feedback_note", "feedback_tag")
                .contains("webhook_delivery");

        try (Doubles metrics = metrics()) {
            await().atMost(PATIENCE).until(() -> !told.isEmpty());
        }
        JsonNode removed = told.getFirst();
        assertThat(removed.path("feedback").asInt()).isEqualTo(2);
        assertThat(removed.path("revisions").asInt()).isEqualTo(1);
        assertThat(removed.path("replies").asInt()).isEqualTo(1);
        assertThat(removed.path("notes").asInt()).isEqualTo(1);
        assertThat(removed.path("deliveries").asInt()).isEqualTo(1);
        assertThat(tablesThatName("zoe")).isEmpty();
        feedback("site", "mine").statusCode(404);
        feedback("site", "bob").statusCode(200).body("text", equalTo("Bob says"));

        post(mine).statusCode(202).body("duplicates", equalTo(1));
        post(mine.replace("here", "everywhere").replace("\"source\"", "\"revision\": 99, \"source\""))
                .statusCode(202)
                .body("duplicates", equalTo(1));
        call().get("/v1/feedback").then().body("items", hasSize(1));
        assertThat(tablesThatName("zoe")).isEmpty();
    }

    @Test
    void whatCarriesThePersonIsFoundHoweverTheIdIsWritten() {
        accepts(review("bob", "Bob says", ", \"author\": {\"customerId\": \"bob-1\"}"));
        delivered("escaped", "{\"customer\": {\"id\": \"\\u007aoe-1\"}}");
        delivered("number", "{\"customer\": {\"id\": 7}}");
        delivered("address", "{\"text\": \"Write to ZOE@crumb.example, please\"}");
        delivered("form", "type=subscribe&data%5Bemail%5D=zoe%40crumb.example");
        delivered("rating", "{\"rating\": {\"value\": 7}}");
        delivered("other", "{\"customer\": {\"id\": 77}, \"email\": \"bezoe@crumb.example\"}");
        inBusiness(() -> {
            for (String cells : new String[] {"{x,zoe-1}", "{\"{\\\"customerId\\\": 7}\"}", "{x,bob-1}"}) {
                sql.update(
                        "insert into import_rejection (business_id, import_id, row, errors, cells)"
                                + " select ?, 'imf_x', 1 + count(*), '[]', cast(? as text[]) from import_rejection",
                        business,
                        cells);
            }
            sql.update(
                    "insert into survey (business_id, id, version, name, type, created_at, updated_at)"
                            + " values (?, 'sv_x', 1, 'x', 'nps', now(), now())",
                    business);
            for (String person : new String[] {"c:zoe-1", "v:zoe-phone", "c:bob-1"}) {
                sql.update(
                        "insert into survey_contact (business_id, person, survey_id, asked_at) values (?, ?, 'sv_x', now())",
                        business,
                        person);
            }
        });
        try (Doubles metrics = metrics()) {
            await().atMost(PATIENCE).until(() -> !told.isEmpty());
        }
        assertThat(told.getFirst().path("deliveries").asInt()).isEqualTo(4);
        assertThat(told.getFirst().path("rejectedRows").asInt()).isEqualTo(2);
        assertThat(texts("select id from webhook_delivery where length(body) > 0"))
                .containsExactlyInAnyOrder("rating", "other");
        assertThat(texts("select person from survey_contact")).containsExactly("c:bob-1");
        assertThat(texts("select cells[2] from import_rejection")).containsExactly("bob-1");
    }

    @Test
    void anExportHasWhatAnErasureRemoves() {
        String mine = review("mine", "zoe was here", ", \"author\": {\"name\": \"zoe\", \"customerId\": \"zoe-1\"}");
        accepts("[" + mine + "," + mine.replace("here", "there") + "," + review("bob", "Bob says") + "]");
        call().body("{\"text\": \"Dear zoe\"}").post("/v1/feedback/site/mine/reply");
        call().body("{\"text\": \"zoe called\"}").post("/v1/feedback/site/mine/notes");
        delivered("d-1", "{\"author\": {\"customerId\": \"zoe-1\"}}");
        delivered("d-2", "{\"author\": {\"customerId\": \"bob-1\"}}");
        call().body("{\"customers\": [\"zoe-1\"], \"visitors\": [], \"addresses\": [], \"feedback\": []}")
                .post("/internal/v1/persons/export")
                .then()
                .statusCode(200)
                .body("feedback", hasSize(1), "feedback[0].text", equalTo("zoe was there"))
                .body("feedback[0].feedbackId", equalTo("mine"), "feedback[0].businessId", equalTo(null))
                .body("revisions[0].text", equalTo("zoe was here"), "replies[0].text", equalTo("Dear zoe"))
                .body("notes[0].text", equalTo("zoe called"), "deliveries", hasSize(1))
                .body("deliveries[0].body", equalTo("{\"author\": {\"customerId\": \"zoe-1\"}}"))
                .body("rejectedRows", hasSize(0), "askedBySurveys", hasSize(0));
    }

    @Test
    void theCountsAreToldUntilTheyAreTaken() {
        accepts(review("mine", "zoe was here", ", \"author\": {\"customerId\": \"zoe-1\"}"));
        taken = false;
        try (Doubles metrics = metrics()) {
            await().atMost(PATIENCE).until(() -> told.size() >= 2);
            taken = true;
            int before = told.size();
            await().atMost(PATIENCE).until(() -> told.size() > before);
        }
        assertThat(told)
                .allSatisfy(
                        removed -> assertThat(removed.path("feedback").asInt()).isOne());
    }

    private Doubles metrics() {
        Doubles metrics = Doubles.metrics().start();
        metrics.behave(this::answer);
        return metrics;
    }

    private Reply answer(JsonNode body) {
        if (body.has("facts")) {
            String erasures = "\"erasures\": [{\"businessId\": \"" + business + "\", \"id\": \"er_1\"}], ";
            return new Reply(200, Doubles.taken(body).body().replaceFirst("\\{", "{" + erasures));
        }
        if (body.path("removed").isObject()) {
            told.add(body.path("removed"));
            return taken ? new Reply(200, "{\"order\": null}") : Reply.problem(503, "away");
        }
        return new Reply(
                200,
                "{\"order\": {\"customers\": [\"zoe-1\", \"zoe-2\", \"7\"], \"visitors\": [\"zoe-phone\"],"
                        + " \"addresses\": [\"zoe@crumb.example\"],"
                        + " \"feedback\": [{\"source\": \"site\", \"id\": \"hers\"}]}}");
    }

    private void delivered(String id, String body) {
        inBusiness(() -> {
            sql.update(
                    "insert into connection (business_id, id, type, name, created_at, created_by)"
                            + " values (?, 'cn_x', 'standard-webhooks', 'x', now(), 'test') on conflict do nothing",
                    business);
            sql.update(
                    "insert into webhook_delivery (business_id, connection_id, id, outcome, body)"
                            + " values (?, 'cn_x', ?, 'processed', convert_to(?, 'UTF8'))",
                    business,
                    id,
                    body);
        });
    }

    /** The tables of which a row of the business has such a text anywhere, raw bodies too. */
    private List<String> tablesThatName(String text) {
        List<String> tables = new ArrayList<>();
        inBusiness(() -> {
            for (String table : sql.list(
                    "select distinct table_name from information_schema.columns where column_name = 'business_id'"
                            + " and table_schema = 'public' order by 1",
                    row -> row.getString(1))) {
                sql.list(
                        "select 1 from " + table + " t where business_id = ? and (t::text ilike ? or t::text like ?)"
                                + " limit 1",
                        row -> tables.add(table),
                        business,
                        "%" + text + "%",
                        "%" + hex(text) + "%");
            }
        });
        return tables;
    }

    private List<String> texts(String query) {
        List<String> texts = new ArrayList<>();
        inBusiness(() -> texts.addAll(sql.list(query, row -> row.getString(1))));
        return texts;
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private void inBusiness(Runnable work) {
        scope.run(Set.of(business), () -> QuarkusTransaction.requiringNew().run(work));
    }
}
