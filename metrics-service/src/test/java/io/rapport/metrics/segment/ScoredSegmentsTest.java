package io.rapport.metrics.segment;

import static org.hamcrest.Matchers.equalTo;

import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ann is a champion, 555, of low risk; Bob is lost, 112, of high risk; Cid never ordered, and has a risk alone. */
@MetricsTest
class ScoredSegmentsTest {
    @Inject
    Transactions transactions;

    @Inject
    BusinessScope scope;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"rfm\": \"recency\", \"atLeast\": 4} | ann",
                "{\"rfm\": \"frequency\", \"atMost\": 1} | bob",
                "{\"rfm\": \"monetary\", \"moreThan\": 1} | ann,bob",
                "{\"rfm\": \"tier\", \"is\": \"champion\"} | ann",
                "{\"rfm\": \"tier\", \"in\": [\"lost\", \"loyal\"]} | bob",
                "{\"risk\": \"churn\", \"atLeast\": 0.5} | bob,cid",
                "{\"risk\": \"churn\", \"lessThan\": 0.5} | ann",
                "{\"risk\": \"alive\", \"atLeast\": 0.9} | ann"
            })
    void membersAreThoseWithTheScore(String rule, String members) {
        Client crumb = Client.newBusiness();
        score(crumb, "ann", 5, 5, 5, "champion", 0.97, 0.05);
        score(crumb, "bob", 1, 1, 2, "lost", 0.11, 0.83);
        score(crumb, "cid", null, null, null, null, null, 0.5);
        String id = crumb.with(Scopes.CUSTOMERS_WRITE)
                .body("{\"name\": \"scored\", \"rule\": " + rule + "}")
                .post("/v1/segments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        crumb.with(Scopes.CUSTOMERS_READ)
                .get("/v1/segments/" + id + "/customers")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(members.split(","))));
    }

    private void score(
            Client client, String customer, Integer r, Integer f, Integer m, String tier, Double alive, double churn) {
        scope.run(
                Set.of(client.business()),
                () -> transactions.call(connection -> Sql.of(
                                "insert into customer_prediction (business_id, customer_id, scoring, as_of, recency_score,"
                                        + " frequency_score, monetary_score, tier, p_alive, churn_risk, detail)"
                                        + " values (?, ?, 1, current_date, ?, ?, ?, ?, ?, ?, '{}')",
                                client.business(),
                                customer,
                                r,
                                f,
                                m,
                                tier,
                                alive,
                                churn)
                        .update(connection)));
    }
}
