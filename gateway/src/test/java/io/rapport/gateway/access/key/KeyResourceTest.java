package io.rapport.gateway.access.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.GatewayTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeyResourceTest extends GatewayTest {
    @Inject
    DataSource database;

    @Test
    void a_new_key_is_shown_once_and_works() {
        TestBusiness business = newBusiness();
        var made = own(business)
                .body("{\"kind\": \"secret\", \"name\": \"shop\", \"scopes\": [\"metrics:read\"]}")
                .post("/v1/keys")
                .then()
                .statusCode(201)
                .body("key", matchesPattern("sk_[a-z2-7]{16}_[0-9A-Za-z]{32}"))
                .body("scopes", contains("metrics:read"))
                .body("name", equalTo("shop"))
                .header("Location", matchesPattern(".*/v1/keys/k_.*"))
                .extract()
                .jsonPath();
        String key = made.getString("key");
        with(key).get("/v1/metrics").then().statusCode(200);
        with(key).get("/v1/feedback").then().statusCode(403);
        String listed = own(business)
                .get("/v1/keys")
                .then()
                .body("items", hasSize(3))
                .extract()
                .asString();
        assertThat(listed).contains(made.getString("hint")).doesNotContain(key, KeyText.hash(key));
        own(business)
                .get("/v1/keys/" + made.getString("id"))
                .then()
                .statusCode(200)
                .body("hint", equalTo(made.getString("hint")));
    }

    @Test
    void a_deleted_key_opens_nothing_from_then_on() {
        TestBusiness business = newBusiness();
        String key = key(business, "metrics:read");
        with(key).get("/v1/metrics").then().statusCode(200);
        String id = own(business).get("/v1/keys").path("items.find { it.scopes == ['metrics:read'] }.id");
        own(business).delete("/v1/keys/" + id).then().statusCode(204);
        with(key).get("/v1/metrics").then().statusCode(401);
        own(business).delete("/v1/keys/" + id).then().statusCode(404);
    }

    @Test
    void a_key_gives_no_scope_that_it_lacks() {
        TestBusiness business = newBusiness();
        RequestSpecification maker =
                with(key(business, "keys:write", "metrics:read")).contentType(ContentType.JSON);
        maker.body("{\"scopes\": [\"feedback:read\"]}").post("/v1/keys").then().statusCode(403);
        maker.body("{\"kind\": \"publishable\"}").post("/v1/keys").then().statusCode(403);
        maker.body("{}")
                .post("/v1/keys")
                .then()
                .statusCode(201)
                .body("scopes", containsInAnyOrder("keys:write", "metrics:read"));
    }

    @Test
    void a_key_has_only_scopes_of_its_kind() {
        TestBusiness business = newBusiness();
        for (String body : new String[] {
            "{\"scopes\": [\"admin\"]}",
            "{\"scopes\": [\"internal:facts\"]}",
            "{\"scopes\": [\"nonsense\"]}",
            "{\"scopes\": []}",
            "{\"kind\": \"publishable\", \"scopes\": [\"metrics:read\"]}",
            "{\"scopes\": \"metrics:read\"}"
        }) {
            own(business).body(body).post("/v1/keys").then().statusCode(400).body("errors[0].field", equalTo("scopes"));
        }
        own(business).body("{\"kind\": \"golden\"}").post("/v1/keys").then().statusCode(400);
    }

    @Test
    void another_businesss_keys_are_not_known_here() {
        TestBusiness mine = newBusiness();
        TestBusiness other = newBusiness();
        String id = own(other).get("/v1/keys").path("items[0].id");
        own(mine).get("/v1/keys/" + id).then().statusCode(404);
        own(mine).delete("/v1/keys/" + id).then().statusCode(404);
        own(mine).get("/v1/keys?businessId=" + other.id()).then().statusCode(404);
        own(mine)
                .body("{\"businessId\": \"" + other.id() + "\"}")
                .post("/v1/keys")
                .then()
                .statusCode(404);
        own(other).get("/v1/keys").then().body("items", hasSize(2));
    }

    @Test
    void administration_makes_keys_for_a_business_that_it_names() {
        TestBusiness business = newBusiness();
        String id = admin().body("{\"businessId\": \"" + business.id() + "\", \"scopes\": [\"metrics:read\"]}")
                .post("/v1/keys")
                .then()
                .statusCode(201)
                .body("createdBy", equalTo("admin"))
                .extract()
                .path("id");
        admin().get("/v1/keys?businessId=" + business.id()).then().body("items", hasSize(3));
        admin().delete("/v1/keys/" + id).then().statusCode(204);
        admin().get("/v1/keys").then().statusCode(400);
        admin().body("{}").post("/v1/keys").then().statusCode(400);
        admin().body("{\"businessId\": \"b_aaaaaaaaaaaaaaaa\"}")
                .post("/v1/keys")
                .then()
                .statusCode(404);
    }

    @Test
    void only_the_hash_is_stored() throws Exception {
        TestBusiness business = newBusiness();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local app.business = '" + business.id() + "'");
            try (var rows = statement.executeQuery("select k::text from api_key k")) {
                StringBuilder stored = new StringBuilder();
                while (rows.next()) {
                    stored.append(rows.getString(1));
                }
                assertThat(stored)
                        .contains(KeyText.hash(business.secretKey()))
                        .doesNotContain(business.secretKey(), business.publishableKey());
            }
            connection.rollback();
        }
    }

    private static RequestSpecification own(TestBusiness business) {
        return with(business.secretKey()).contentType(ContentType.JSON);
    }
}
