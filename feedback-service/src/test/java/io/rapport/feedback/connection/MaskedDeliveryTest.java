package io.rapport.feedback.connection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.sql.Sql;
import io.rapport.frame.database.BusinessScope;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
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
        assertThat(bodies.get(0)).contains("ann@mail.example");
        assertThat(bodies.get(1)).contains("Mail [e-mail], [card]", "\"after\"").doesNotContain("ann@", "4111");
        assertThat(bodies.get(2)).as("it failed, and may be read again").contains("ann@mail.example");
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
        return scope.call(
                Set.of(business),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> sql.list(
                                "select body from webhook_delivery order by sequence",
                                row -> new String(row.getBytes(1), StandardCharsets.UTF_8))));
    }
}
