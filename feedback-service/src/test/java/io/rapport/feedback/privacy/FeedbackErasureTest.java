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
                "{\"order\": {\"customers\": [\"zoe-1\", \"zoe-2\"], \"visitors\": [\"zoe-phone\"],"
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

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private void inBusiness(Runnable work) {
        scope.run(Set.of(business), () -> QuarkusTransaction.requiringNew().run(work));
    }
}
