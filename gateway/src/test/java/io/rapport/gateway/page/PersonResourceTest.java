package io.rapport.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PersonResourceTest extends PeopleTest {

    @Test
    void a_key_invites_lists_and_removes() {
        TestBusiness business = newBusiness();
        var invited = invite(
                        with(business.secretKey()),
                        Map.of("email", "Ann@Crumb.example", "name", "Ann", "role", "owner"))
                .then()
                .statusCode(201)
                .body("person.email", equalTo("ann@crumb.example"))
                .body("person.role", equalTo("owner"))
                .body("person.state", equalTo("invited"))
                .body("person.ownerId", equalTo(business.id()))
                .body("person.signedInAt", nullValue())
                .extract();
        String id = invited.path("person.id");
        assertThat(invited.header("Location")).endsWith("/v1/people/" + id);
        with(business.secretKey()).get("/v1/people").then().statusCode(200).body("items.id", equalTo(List.of(id)));
        with(business.secretKey())
                .get("/v1/people/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Ann"));
        with(business.secretKey()).delete("/v1/people/" + id).then().statusCode(204);
        with(business.secretKey()).get("/v1/people/" + id).then().statusCode(404);
        with(business.secretKey()).delete("/v1/people/" + id).then().statusCode(404);
        assertThat(accept(url(invited.path("url")), PASSWORD).statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_wrong_is_named() {
        TestBusiness business = newBusiness();
        invite(with(business.secretKey()), Map.of("email", "nobody", "role", "king", "x", "y"))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("email"))
                .body("errors.field", hasItem("role"))
                .body("errors.field", hasItem("x"));
        invite(with(business.secretKey()), Map.of()).then().statusCode(400).body("errors[0].field", equalTo("email"));
        String email = newEmail();
        invitation(business, email, "reader");
        invite(with(business.secretKey()), Map.of("email", email)).then().statusCode(409);
        invite(admin(), Map.of("email", email)).then().statusCode(400).body("errors[0].field", equalTo("businessId"));
        invite(admin(), Map.of("email", email, "businessId", "b_aaaaaaaaaaaaaaaa"))
                .then()
                .statusCode(404);
        invite(admin(), Map.of("email", email, "organisationId", "o_aaaaaaaaaaaaaaaa"))
                .then()
                .statusCode(404);
    }

    @Test
    void nobody_knows_of_anothers_people() {
        TestBusiness mine = newBusiness();
        TestBusiness other = newBusiness();
        String id = invite(with(other.secretKey()), Map.of("email", newEmail())).path("person.id");
        with(mine.secretKey()).get("/v1/people/" + id).then().statusCode(404);
        with(mine.secretKey()).delete("/v1/people/" + id).then().statusCode(404);
        with(mine.secretKey()).post("/v1/people/" + id + "/link").then().statusCode(404);
        with(mine.secretKey()).get("/v1/people?businessId=" + other.id()).then().statusCode(404);
        with(mine.secretKey()).get("/v1/people").then().body("items", hasSize(0));
        invite(with(mine.secretKey()), Map.of("email", newEmail(), "businessId", other.id()))
                .then()
                .statusCode(404);
        for (String odd : new String[] {"x", "u_", "u_b_aaaaaaaaaaaaaaaa_aaaaaaaaaaaaaaaa", "%00"}) {
            assertThat(with(mine.secretKey()).get("/v1/people/" + odd).statusCode())
                    .isIn(400, 404);
        }
    }

    @Test
    void only_keys_that_may_let_people_in_do() {
        TestBusiness business = newBusiness();
        String weak = key(business, "business:read", "metrics:read", "feedback:read");
        with(weak).get("/v1/people").then().statusCode(403);
        with(business.publishableKey()).get("/v1/people").then().statusCode(403);
        with(business.secretKey()).post("/v1/sessions?role=king").then().statusCode(400);
        with(weak).post("/v1/sessions?role=owner").then().statusCode(403).body("type", endsWith("/forbidden"));
    }

    @Test
    void an_owner_lets_people_in_and_a_reader_does_not() {
        TestBusiness business = newBusiness();
        String owner = session(business, newEmail(), "owner");
        String reader = session(business, newEmail(), "reader");
        page(owner).get("/v1/people").then().statusCode(200).body("items", hasSize(2));
        page(reader).get("/v1/people").then().statusCode(403);
        page(reader).get("/v1/metrics").then().statusCode(200);
        invite(page(reader), Map.of("email", newEmail())).then().statusCode(403);
        String invited = invite(page(owner), Map.of("email", newEmail()))
                .then()
                .statusCode(201)
                .extract()
                .path("person.id");
        page(owner).delete("/v1/people/" + invited).then().statusCode(204);
        page(owner).post("/v1/keys").then().statusCode(403);
        page(owner).post("/v1/sessions").then().statusCode(403);
    }

    @Test
    void nobody_removes_themself_and_who_is_removed_is_out_at_once() {
        TestBusiness business = newBusiness();
        String owner = session(business, newEmail(), "owner");
        String own = page(owner).get("/session").path("person.id");
        page(owner).delete("/v1/people/" + own).then().statusCode(409);
        String email = newEmail();
        String reader = session(business, email, "reader");
        String id = page(reader).get("/session").path("person.id");
        page(owner).delete("/v1/people/" + id).then().statusCode(204);
        page(reader).get("/v1/metrics").then().statusCode(401);
        signIn(email, PASSWORD).then().statusCode(401);
    }

    @Test
    void a_link_lets_its_holder_invite_only_if_it_was_made_for_an_owner() {
        TestBusiness business = newBusiness();
        String looking = linkSession(business, "reader");
        page(looking).get("/v1/people").then().statusCode(403);
        String owning = linkSession(business, "owner");
        page(owning).get("/session").then().body("mayInvite", equalTo(true)).body("person", nullValue());
        String token = token(invite(page(owning), Map.of("email", newEmail(), "role", "owner")));
        accept(token, PASSWORD).then().statusCode(204);
    }

    @Test
    void an_agencys_people_see_its_businesses_and_no_others() {
        String agency = organisation("Agency");
        TestBusiness one = businessOf(agency, "One");
        TestBusiness two = businessOf(agency, "Two");
        TestBusiness other = businessOf(organisation("Another"), "Three");
        String email = newEmail();
        String token = token(invite(admin(), Map.of("email", email, "role", "owner", "organisationId", agency)));
        String session = accept(token, PASSWORD).cookie(COOKIE);
        page(session).get("/session").then().body("businesses.name", equalTo(List.of("One", "Two")));
        looking(session, two).get("/v1/businesses/" + two.id()).then().statusCode(200);
        looking(session, one).get("/v1/businesses/" + two.id()).then().statusCode(404);
        looking(session, other).get("/v1/businesses/" + other.id()).then().statusCode(404);
        looking(session, two).get("/v1/metrics").then().statusCode(200);
        invite(looking(session, two), Map.of("email", newEmail(), "businessId", two.id()))
                .then()
                .statusCode(201)
                .body("person.ownerId", equalTo(two.id()));
        invite(looking(session, two), Map.of("email", newEmail()))
                .then()
                .statusCode(201)
                .body("person.ownerId", equalTo(agency));
        invite(looking(session, two), Map.of("email", newEmail(), "businessId", other.id()))
                .then()
                .statusCode(404);
        String client = session(two, newEmail(), "owner");
        page(client).get("/v1/people?organisationId=" + agency).then().statusCode(404);
        looking(client, one).get("/v1/metrics").then().statusCode(404);
    }

    @Test
    void an_agency_without_businesses_signs_in_all_the_same() {
        String agency = organisation("New agency");
        String token = token(invite(admin(), Map.of("email", newEmail(), "role", "owner", "organisationId", agency)));
        String session = accept(token, PASSWORD).cookie(COOKIE);
        page(session)
                .get("/session")
                .then()
                .statusCode(200)
                .body("business", nullValue())
                .body("businesses", hasSize(0));
        page(session).get("/v1/people").then().statusCode(200).body("items", hasSize(1));
        page(session).get("/v1/engagement").then().statusCode(403);
    }

    private static RequestSpecification looking(String session, TestBusiness business) {
        return page(session).header("Business-Id", business.id());
    }

    private static String linkSession(TestBusiness business, String role) {
        String url = with(business.secretKey())
                .post("/v1/sessions?role=" + role)
                .then()
                .statusCode(201)
                .extract()
                .path("url");
        return page().redirects()
                .follow(false)
                .get("/session?token=" + url(url))
                .cookie(COOKIE);
    }

    private static String url(String link) {
        return link.substring(link.indexOf('=') + 1);
    }
}
