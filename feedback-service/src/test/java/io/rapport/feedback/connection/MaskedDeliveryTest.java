package io.rapport.feedback.connection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.sql.Sql;
import io.rapport.frame.database.BusinessScope;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where a business wants personal data masked, what is kept of a delivery is masked too once it is read. */
@QuarkusTest
class MaskedDeliveryTest extends ConnectionTest {
    @Inject
    Sql sql;

    @Inject
    BusinessScope scope;

    @Test
    void aDeliveryIsMaskedOnceItIsRead() {
        connect("{\"type\": \"standard-webhooks\", \"name\": \"Review site\"}");
        deliver(Signers.STANDARD, review("before", "Mail ann@mail.example")).statusCode(202);
        settled(1);
        mask();
        deliver(Signers.STANDARD, review("after", "Mail ann@mail.example, 4111 1111 1111 1111"))
                .statusCode(202);
        deliver(Signers.STANDARD, "{\"text\": \"ann@mail.example\"}").statusCode(202);
        settled(3);
        feedback("site", "after").body("text", equalTo("Mail [e-mail], [card]"));
        List<String> bodies = bodies();
        assertThat(bodies).hasSize(3);
        assertThat(bodies.get(1)).contains("Mail [e-mail], [card]", "\"after\"").doesNotContain("ann@", "4111");
        assertThat(bodies.get(2)).as("it failed, and may be read again").contains("ann@mail.example");
    }

    @Test
    void whatWasStoredBeforeIsMaskedAfterwards() {
        accepts(review("said", "Mail ann@mail.example"));
        accepts(review("said", "Mail ann@mail.example, please"));
        accepts(review("other", "Good bread"));
        connect("{\"type\": \"standard-webhooks\", \"name\": \"Review site\"}");
        deliver(Signers.STANDARD, review("delivered", "Mail ann@mail.example")).statusCode(202);
        settled(1);
        mask();
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(all()).noneMatch(text -> text.contains("ann@")));
        feedback("site", "said").body("text", equalTo("Mail [e-mail], please"), "revision", equalTo(2));
        feedback("site", "other").body("text", equalTo("Good bread"));
        post(review("said", "Mail ann@mail.example, please")).body("duplicates", equalTo(1));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> texts("select business_id from mask_task where business_id = '" + business + "'")
                        .isEmpty());
    }

    private List<String> all() {
        return texts("select text from feedback union all select text from feedback_history union all"
                + " select convert_from(body, 'UTF8') from webhook_delivery");
    }

    private List<String> texts(String query) {
        return scope.call(Set.of(business), () -> QuarkusTransaction.requiringNew()
                .call(() -> sql.list(query, row -> row.getString(1))));
    }

    private void mask() {
        given().header("Authorization", gateway())
                .contentType("application/json")
                .body("{\"version\": 2, \"name\": \"Crumb\", \"timeZone\": \"Europe/Dublin\","
                        + " \"privacy\": {\"maskPersonalData\": true}}")
                .put("/internal/v1/businesses/" + business + "/settings")
                .then()
                .statusCode(204);
    }

    private List<String> bodies() {
        return scope.call(Set.of(business), () -> QuarkusTransaction.requiringNew()
                .call(() -> sql.list(
                        "select body from webhook_delivery order by sequence",
                        row -> new String(row.getBytes(1), StandardCharsets.UTF_8))));
    }
}
