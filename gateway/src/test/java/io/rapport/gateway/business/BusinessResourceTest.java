package io.rapport.gateway.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.GatewayTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BusinessResourceTest extends GatewayTest {
    private static final String CRUMB = "{\"name\": \"Crumb\", \"timeZone\": \"Europe/Dublin\", \"currency\": \"EUR\"}";

    @Test
    void a_new_business_comes_with_its_keys_and_defaults() {
        admin().body(CRUMB)
                .post("/v1/businesses")
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/v1/businesses/b_[a-z2-7]{16}"))
                .header("ETag", "\"1\"")
                .body("id", matchesPattern("b_[a-z2-7]{16}"))
                .body("secretKey", matchesPattern("sk_[a-z2-7]{16}_[0-9A-Za-z]{32}"))
                .body("publishableKey", matchesPattern("pk_[a-z2-7]{16}_[0-9A-Za-z]{32}"))
                .body("weekStart", equalTo("monday"))
                .body("inactivityDays", equalTo(90))
                .body("margin", nullValue())
                .body("goals", empty())
                .body("version", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"\",\"timeZone\":\"Europe/Dublin\",\"currency\":\"EUR\"}|name",
                "{\"name\":\"A\",\"timeZone\":\"Europe/Atlantis\",\"currency\":\"EUR\"}|timeZone",
                "{\"name\":\"A\",\"timeZone\":\"+01:00\",\"currency\":\"EUR\"}|timeZone",
                "{\"name\":\"A\",\"timeZone\":\"Europe/Dublin\",\"currency\":\"ZZZ\"}|currency",
                "{\"name\":\"A\",\"timeZone\":\"Europe/Dublin\",\"currency\":\"XAU\"}|currency",
                "{\"timeZone\":\"Europe/Dublin\",\"currency\":\"EUR\"}|name",
                "{\"name\":7,\"timeZone\":\"Europe/Dublin\",\"currency\":\"EUR\"}|name",
                "{\"name\":\"A\",\"timeZone\":\"Europe/Dublin\",\"currency\":\"EUR\",\"colour\":\"red\"}|colour",
                "{\"name\":\"A\",\"timeZone\":\"Europe/Dublin\",\"currency\":\"EUR\",\"organisationId\":\"o_none\"}|organisationId",
                "{\"name\":\"A\",\"timeZone\":\"Europe/Dublin\",\"currency\":\"EUR\",\"margin\":\"1.5\"}|margin",
                "{\"name\":\"A\",\"timeZone\":\"Europe/Dublin\",\"currency\":\"EUR\",\"inactivityDays\":0}|inactivityDays",
                "{\"name\":\"A\",\"timeZone\":\"Europe/Dublin\",\"currency\":\"EUR\",\"goals\":[{\"id\":\"x\"}]}|goals[0].eventType",
                "{\"name\":\"A\",\"timeZone\":\"Europe/Dublin\",\"currency\":\"EUR\",\"rates\":[{\"currency\":\"EUR\",\"rate\":\"1\",\"from\":\"2026-01-01\"}]}|rates",
                "{\"name\":\"A\",\"timeZone\":\"Europe/Dublin\",\"currency\":\"EUR\",\"rates\":[{\"currency\":\"USD\",\"rate\":\"0\",\"from\":\"2026-01-01\"}]}|rates[0].rate",
                "{\"name\":\"A\",\"timeZone\":\"Europe/Dublin\",\"currency\":\"EUR\",\"rates\":[{\"currency\":\"USD\",\"rate\":\"1\"}]}|rates[0].from"
            })
    void a_broken_rule_is_named_with_its_field(String body, String field) {
        admin().body(body)
                .post("/v1/businesses")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains(field));
    }

    @Test
    void networks_of_its_own_people_are_networks() {
        TestBusiness business = newBusiness();
        for (String networks : new String[] {"[\"crumb.example\"]", "[\"192.0.2.0/33\"]", "[3]", "\"192.0.2.1\""}) {
            own(business)
                    .body("{\"privacy\": {\"internalNetworks\": " + networks + "}}")
                    .patch("/v1/businesses/" + business.id())
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("privacy.internalNetworks"));
        }
        own(business)
                .body("{\"privacy\": {\"internalNetworks\": [\"192.0.2.0/24\", \"2001:db8::1\"]}}")
                .patch("/v1/businesses/" + business.id())
                .then()
                .statusCode(200);
    }

    @Test
    void events_are_kept_for_a_number_of_months_or_for_ever() {
        TestBusiness business = newBusiness();
        for (String months : new String[] {"0", "1201", "1.5", "\"12\"", "[]"}) {
            own(business)
                    .body("{\"privacy\": {\"keepEventsMonths\": " + months + "}}")
                    .patch("/v1/businesses/" + business.id())
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("privacy.keepEventsMonths"));
        }
        for (String months : new String[] {"1", "null"}) {
            own(business)
                    .body("{\"privacy\": {\"keepEventsMonths\": " + months + "}}")
                    .patch("/v1/businesses/" + business.id())
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void the_businesss_own_key_reads_and_changes_it() {
        TestBusiness business = newBusiness();
        own(business)
                .body("""
                        {"name": "Crumb & Co", "weekStart": "sunday", "margin": 0.6, "inactivityDays": 60,
                         "goals": [{"id": "order", "eventType": "purchase"}], "privacy": {"ip": "drop"},
                         "rates": [{"currency": "USD", "rate": "0.92", "from": "2026-01-01"}]}
                        """)
                .patch("/v1/businesses/" + business.id())
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2))
                .body("margin", equalTo("0.6"))
                .body("timeZone", equalTo("Europe/Dublin"))
                .body("rates[0].from", equalTo("2026-01-01"))
                .body("pending", empty());
        own(business)
                .get("/v1/businesses/" + business.id())
                .then()
                .statusCode(200)
                .body("name", equalTo("Crumb & Co"))
                .body("privacy.ip", equalTo("drop"));
        assertThat(metrics.lastSettings(business.id()).body()).contains("\"version\":2", "\"margin\":\"0.6\"");
    }

    @Test
    void null_brings_a_default_back_and_what_is_left_out_stays() {
        TestBusiness business = newBusiness();
        own(business)
                .body("{\"margin\": \"0.5\", \"inactivityDays\": 30}")
                .patch("/v1/businesses/" + business.id())
                .then()
                .statusCode(200);
        own(business)
                .body("{\"margin\": null}")
                .patch("/v1/businesses/" + business.id())
                .then()
                .body("margin", nullValue())
                .body("inactivityDays", equalTo(30))
                .body("version", equalTo(3));
    }

    @Test
    void a_change_that_changes_nothing_is_no_new_version() {
        TestBusiness business = newBusiness();
        own(business)
                .body("{\"name\": \"Crumb\"}")
                .patch("/v1/businesses/" + business.id())
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @Test
    void a_required_field_can_not_be_taken_away() {
        TestBusiness business = newBusiness();
        own(business)
                .body("{\"name\": null, \"timeZone\": null}")
                .patch("/v1/businesses/" + business.id())
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("name", "timeZone"));
    }

    @Test
    void settings_stay_small_enough_to_be_told() {
        TestBusiness business = newBusiness();
        String large = "\"" + "x".repeat(9_000) + "\"";
        own(business)
                .body("{\"privacy\": {\"a\": %s, \"b\": %s, \"c\": %s}}".formatted(large, large, large))
                .patch("/v1/businesses/" + business.id())
                .then()
                .statusCode(400)
                .body("errors.field", contains("privacy"));
    }

    @Test
    void the_currency_stays() {
        TestBusiness business = newBusiness();
        own(business)
                .body("{\"currency\": \"USD\"}")
                .patch("/v1/businesses/" + business.id())
                .then()
                .statusCode(409)
                .body("type", endsWith("/conflict"));
        own(business)
                .body("{\"currency\": \"EUR\"}")
                .patch("/v1/businesses/" + business.id())
                .then()
                .statusCode(200);
    }

    @Test
    void a_change_to_another_version_than_the_client_has_seen_is_refused() {
        TestBusiness business = newBusiness();
        own(business)
                .header("If-Match", "\"1\"")
                .body("{\"name\": \"B\"}")
                .patch("/v1/businesses/" + business.id())
                .then()
                .statusCode(200);
        own(business)
                .header("If-Match", "\"1\"")
                .body("{\"name\": \"C\"}")
                .patch("/v1/businesses/" + business.id())
                .then()
                .statusCode(412)
                .contentType("application/problem+json");
        own(business).get("/v1/businesses/" + business.id()).then().body("name", equalTo("B"));
    }

    @Test
    void another_business_is_not_known_here() {
        TestBusiness mine = newBusiness();
        TestBusiness other = newBusiness();
        own(mine).get("/v1/businesses/" + other.id()).then().statusCode(404).body("type", endsWith("/not-found"));
        own(mine)
                .body("{\"name\": \"X\"}")
                .patch("/v1/businesses/" + other.id())
                .then()
                .statusCode(404);
        own(mine).get("/v1/businesses/nonsense").then().statusCode(404);
        admin().get("/v1/businesses/b_aaaaaaaaaaaaaaaa").then().statusCode(404);
    }

    @Test
    void only_administration_makes_and_lists_businesses() {
        TestBusiness business = newBusiness();
        own(business).body(CRUMB).post("/v1/businesses").then().statusCode(403);
        own(business).get("/v1/businesses").then().statusCode(403);
        own(business).get("/v1/organisations").then().statusCode(403);
        admin().get("/v1/businesses/" + business.id()).then().statusCode(200);
    }

    @Test
    void administration_pages_through_all_businesses() {
        TestBusiness first = newBusiness();
        TestBusiness second = newBusiness();
        String cursor = null;
        Set<String> seen = new HashSet<>();
        do {
            var page = admin().queryParam("limit", 1)
                    .queryParam("cursor", cursor == null ? "" : cursor)
                    .get("/v1/businesses")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(page.<String>getList("items.id")).hasSize(1).allMatch(seen::add);
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(seen).contains(first.id(), second.id());
        admin().get("/v1/businesses?limit=0").then().statusCode(400);
        admin().get("/v1/businesses?limit=abc").then().statusCode(400);
        admin().get("/v1/businesses?colour=red").then().statusCode(400).body("errors.field", contains("colour"));
    }

    @Test
    void organisations_own_businesses() {
        String organisation = admin().body("{\"name\": \"Agency\"}")
                .post("/v1/organisations")
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/organisations/o_"))
                .extract()
                .path("id");
        admin().get("/v1/organisations?limit=200").then().body("items.id", hasItem(organisation));
        admin().get("/v1/organisations/" + organisation).then().body("name", equalTo("Agency"));
        admin().get("/v1/organisations/o_none").then().statusCode(404);
        admin().body(CRUMB.replace("}", ", \"organisationId\": \"" + organisation + "\"}"))
                .post("/v1/businesses")
                .then()
                .statusCode(201)
                .body("organisationId", equalTo(organisation));
        admin().body("{\"name\": \" \"}").post("/v1/organisations").then().statusCode(400);
    }

    @Test
    void keys_show_nowhere_but_in_the_first_answer() {
        TestBusiness business = newBusiness();
        String shown = own(business).get("/v1/businesses/" + business.id()).asString()
                + own(business).get("/v1/keys").asString();
        assertThat(shown)
                .doesNotContain(business.secretKey(), business.publishableKey())
                .doesNotContain("hash");
        own(business).get("/v1/keys").then().body("items.hint", not(empty()));
    }

    private static RequestSpecification own(TestBusiness business) {
        return with(business.secretKey()).contentType(ContentType.JSON);
    }
}
