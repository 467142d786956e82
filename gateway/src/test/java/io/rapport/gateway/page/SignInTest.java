package io.rapport.gateway.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SignInTest extends PeopleTest {

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void forgetFailures() throws Exception {
        in("", "delete from sign_in_failure");
    }

    @Test
    void an_invited_person_chooses_a_password_once_and_signs_in_with_it() {
        TestBusiness business = newBusiness();
        String email = newEmail();
        String token = invitation(business, email, "reader");
        page().body(Map.of("token", token))
                .post("/session/invitation")
                .then()
                .statusCode(200)
                .body("place", equalTo("Crumb"))
                .body("email", equalTo(email))
                .body("returning", equalTo(false));
        Response accepted = accept(token, PASSWORD);
        assertThat(accepted.statusCode()).isEqualTo(204);
        assertThat(accepted.header("Set-Cookie")).contains("HTTPOnly", "SameSite=Strict", "Path=/", "Max-Age=43200");
        accept(token, PASSWORD).then().statusCode(404);
        Response entered = signIn(email.toUpperCase(), PASSWORD);
        assertThat(entered.statusCode()).isEqualTo(204);
        assertThat(entered.cookie(COOKIE)).isNotEqualTo(accepted.cookie(COOKIE));
        page(entered.cookie(COOKIE))
                .get("/session")
                .then()
                .statusCode(200)
                .body("business", equalTo(business.id()))
                .body("person.email", equalTo(email))
                .body("person.role", equalTo("reader"))
                .body("mayInvite", equalTo(false));
        page(entered.cookie(COOKIE)).get("/v1/engagement").then().statusCode(200);
    }

    @Test
    void a_refused_password_leaves_the_invitation_open() {
        String token = invitation(newBusiness(), newEmail(), "reader");
        for (String weak : new String[] {"short", "passwordpassword"}) {
            accept(token, weak).then().statusCode(400).body("errors[0].field", equalTo("password"));
        }
        accept(token, PASSWORD).then().statusCode(204);
    }

    @Test
    void unknown_address_wrong_password_and_no_password_yet_are_answered_alike() {
        TestBusiness business = newBusiness();
        String email = newEmail();
        session(business, email, "reader");
        String waiting = newEmail();
        invitation(business, waiting, "reader");
        List<Response> answers =
                List.of(signIn(email, "wrong plum bicycle"), signIn(newEmail(), PASSWORD), signIn(waiting, PASSWORD));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.cookies()).isEmpty();
            assertThat(answer.asString()).isEqualTo(answers.getFirst().asString());
        });
    }

    @Test
    void and_after_the_same_work() {
        String email = newEmail();
        session(newBusiness(), email, "reader");
        long known = hashesAt(email, PASSWORD);
        assertThat(known).isEqualTo(3);
        assertThat(hashesAt(email, "wrong plum bicycle")).isEqualTo(known);
        assertThat(hashesAt(newEmail(), PASSWORD)).isEqualTo(known);
    }

    @Test
    void guessing_at_an_address_ends_soon_known_or_not_and_not_for_others() {
        TestBusiness business = newBusiness();
        String email = newEmail();
        session(business, email, "reader");
        for (String guessed : new String[] {email, newEmail()}) {
            for (int i = 0; i < 10; i++) {
                signIn(guessed, "wrong plum bicycle " + i).then().statusCode(401);
            }
            signIn(guessed, PASSWORD)
                    .then()
                    .statusCode(429)
                    .header("Retry-After", notNullValue())
                    .body("type", endsWith("/rate-limited"));
        }
        String other = newEmail();
        session(business, other, "reader");
        signIn(other, PASSWORD).then().statusCode(204);
    }

    @Test
    void guessing_from_a_network_ends_soon() throws Exception {
        String email = newEmail();
        session(newBusiness(), email, "reader");
        signIn(newEmail(), "wrong plum bicycle").then().statusCode(401);
        in("", "update sign_in_failure set failures = 50");
        signIn(email, PASSWORD).then().statusCode(429);
        in("", "update sign_in_failure set since = since - interval '16 minutes'");
        signIn(email, PASSWORD).then().statusCode(204);
    }

    @Test
    void a_changed_password_ends_every_other_session() {
        String email = newEmail();
        String first = session(newBusiness(), email, "reader");
        String second = signIn(email, PASSWORD).cookie(COOKIE);
        change(second, "not the present one", "tuesdays we bake rye")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("current"));
        change(second, PASSWORD, "short").then().statusCode(400).body("errors[0].field", equalTo("password"));
        Response changed = change(second, PASSWORD, "tuesdays we bake rye");
        assertThat(changed.statusCode()).isEqualTo(204);
        for (String before : new String[] {first, second}) {
            page(before).get("/session").then().statusCode(401);
        }
        page(changed.cookie(COOKIE)).get("/session").then().statusCode(200);
        signIn(email, PASSWORD).then().statusCode(401);
        signIn(email, "tuesdays we bake rye").then().statusCode(204);
    }

    @Test
    void another_link_lets_somebody_in_who_forgot_the_password() {
        TestBusiness business = newBusiness();
        String email = newEmail();
        String session = session(business, email, "reader");
        String id = page(session).get("/session").path("person.id");
        String lost = token(with(business.secretKey()).post("/v1/people/" + id + "/link"));
        String token = token(with(business.secretKey()).post("/v1/people/" + id + "/link"));
        accept(lost, "tuesdays we bake rye").then().statusCode(404);
        signIn(email, PASSWORD).then().statusCode(204);
        accept(token, "tuesdays we bake rye").then().statusCode(204);
        page(session).get("/session").then().statusCode(401);
        signIn(email, PASSWORD).then().statusCode(401);
    }

    @Test
    void one_address_at_two_places_chooses_where_to() {
        String email = newEmail();
        TestBusiness one = newBusiness();
        TestBusiness two = newBusiness();
        session(one, email, "reader");
        session(two, email, "reader");
        Response asked = signIn(email, PASSWORD);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.cookies()).isEmpty();
        assertThat(asked.<List<String>>path("choice.id")).containsExactlyInAnyOrder(one.id(), two.id());
        String session = page().body(Map.of("email", email, "password", PASSWORD, "ownerId", two.id()))
                .post("/session/password")
                .cookie(COOKIE);
        page(session).get("/session").then().body("business", equalTo(two.id()));
    }

    @Test
    void an_address_has_three_passwords_at_most() {
        String email = newEmail();
        IntStream.range(0, 3).forEach(i -> session(newBusiness(), email, "reader"));
        accept(invitation(newBusiness(), email, "reader"), PASSWORD).then().statusCode(409);
    }

    @Test
    void signing_out_and_time_end_it() throws Exception {
        TestBusiness business = newBusiness();
        String email = newEmail();
        String left = session(business, email, "reader");
        page(left).delete("/session").then().statusCode(204);
        page(left).get("/v1/metrics").then().statusCode(401);
        String session = signIn(email, PASSWORD).cookie(COOKIE);
        in(
                business.id(),
                "update person_pass set created_at = now() - interval '6 days 23 hours', expires_at = now() + interval '1 minute'");
        page(session).get("/session").then().statusCode(200);
        assertThat(rows(business.id(), "(select expires_at < now() + interval '2 hours' as soon from person_pass)"))
                .contains("t");
        in(business.id(), "update person_pass set expires_at = now() - interval '1 second'");
        page(session).get("/v1/metrics").then().statusCode(401);
    }

    @Test
    void a_session_that_was_there_before_ends() {
        TestBusiness business = newBusiness();
        String email = newEmail();
        String before = session(business, email, "reader");
        page(before)
                .body(Map.of("email", email, "password", PASSWORD))
                .post("/session/password")
                .then()
                .statusCode(204);
        page(before).get("/session").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/session/password", "/session/invitation", "/session/invitation/password"})
    void a_foreign_page_gets_nowhere(String path) {
        given().contentType(ContentType.JSON).body("{}").post(path).then().statusCode(403);
        page().header("Sec-Fetch-Site", "cross-site")
                .body("{}")
                .post(path)
                .then()
                .statusCode(403);
        page().body("{\"email\": 5}").post(path).then().statusCode(400);
        page().body("[]").post(path).then().statusCode(400);
    }

    @Test
    void neither_passwords_nor_links_are_stored() throws Exception {
        TestBusiness business = newBusiness();
        String token = invitation(business, newEmail(), "reader");
        String session = session(business, newEmail(), "reader");
        assertThat(rows(business.id(), "person"))
                .contains("$argon2id$v=19$m=12288,t=3,p=1$")
                .doesNotContain(PASSWORD);
        assertThat(rows(business.id(), "person_pass")).isNotEmpty().doesNotContain(token, session);
    }

    @Test
    void people_of_another_business_are_behind_row_level_security() throws Exception {
        TestBusiness business = newBusiness();
        session(business, newEmail(), "reader");
        assertThat(rows(newBusiness().id(), "person")).isEmpty();
        assertThat(rows("", "person_pass")).isEmpty();
    }

    private static Response change(String session, String current, String next) {
        return page(session).body(Map.of("current", current, "password", next)).put("/session/password");
    }

    private long hashesAt(String email, String password) {
        long before = meters.timer("rapport.password.hash").count();
        signIn(email, password);
        return meters.timer("rapport.password.hash").count() - before;
    }
}
