package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are wrong before their body is looked at: addresses, methods, media types, lengths, characters. */
@Order(6)
@ExtendWith(SharedProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadRequestIT {
    private final Product product;
    private Client client;

    BadRequestIT(Product product) {
        this.product = product;
    }

    @BeforeAll
    void ownBusiness() {
        client = Business.create(product, "Bad requests").server();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/metrics/visits?from=1969-13-41",
                "/v1/metrics/visits?from=9999-01-01&to=9999-12-31",
                "/v1/metrics/visits?from=-1000000-01-01",
                "/v1/metrics/visits?interval=hour",
                "/v1/metrics/visits?by=%00",
                "/v1/metrics/visits?by=nothing",
                "/v1/metrics/visits?segment=%3D%3D%3D",
                "/v1/metrics/visits?segment=page%3D%3D%00",
                "/v1/metrics/visits?level=NaN",
                "/v1/metrics/visits?unknown=1",
                "/v1/metrics/visits?%ff=%ff",
                "/v1/metrics/visits/evidence?cursor=nonsense",
                "/v1/metrics/visits/evidence?limit=-1",
                "/v1/feedback?limit=abc",
                "/v1/feedback?limit=99999999999999999999",
                "/v1/feedback?cursor=%F0%28%8C%28",
                "/v1/feedback?cursor=AAAA",
                "/v1/feedback?from=yesterday",
                "/v1/feedback?rating=many",
                "/v1/feedback?label=sour",
                "/v1/feedback?q=%00",
                "/v1/engagement?from=2026-02-30",
                "/v1/engagement?from=2026-02-02&to=2026-02-01",
                "/v1/engagement?unknown=1",
                "/v1/surveys?limit=0",
                "/v1/connections?limit=x",
                "/v1/parked?cursor=%00"
            })
    void questionsThatCannotBe(String path) {
        client.get(path).expectProblem(400, "validation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/nothing",
                "/v1",
                "/v1/",
                "/v1/metrics/nothing",
                "/v1/feedback/site/nothing",
                "/v1/feedback/site/no%2Fthing",
                "/v1/surveys/sv_aaaaaaaaaaaaaaaa",
                "/v1/surveys/x",
                "/v1/connections/x",
                "/v1/keys/x",
                "/v1/businesses/b_aaaaaaaaaaaaaaaa",
                "/v1/webhooks/x"
            })
    void whatIsNotThere(String path) {
        client.get(path).expectProblem(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /v1/events",
        "GET, /v1/events",
        "DELETE, /v1/metrics",
        "POST, /v1/metrics/visits",
        "PATCH, /v1/feedback",
        "GET, /v1/sentiment",
        "DELETE, /v1/engagement",
        "BREW, /v1/events",
        "BREW, /v1/nothing",
        "TRACE, /v1/metrics"
    })
    void methodsThatAreNotTaken(String method, String path) {
        Answer answer = client.call(method, path, null);
        assertThat(answer.status()).as(answer.text()).isIn(404, 405);
        answer.expectProblem(answer.status(), answer.status() == 404 ? "not-found" : "method-not-allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/events, text/plain",
        "/v1/events, application/xml",
        "/v1/feedback, text/plain",
        "/v1/feedback, multipart/form-data",
        "/v1/surveys, application/x-www-form-urlencoded",
        "/v1/sentiment, image/png",
        "/v1/keys, text/plain",
        "/v1/metrics/query, text/html"
    })
    void mediaTypesThatAreNotTaken(String path, String type) {
        send(path, type, BodyPublishers.ofString("{}")).expectProblem(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a/b/c", "application/json; charset=no-such-charset", ";", "application/"})
    void mediaTypesThatAreNone(String type) {
        for (String path : BadBodyIT.BODIES_TO) {
            Answer answer = send(path, type, BodyPublishers.ofString("{"));
            assertThat(answer.status()).as(path + answer.text()).isIn(400, 415);
            assertThat(answer.contentType()).startsWith("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/events", "/v1/feedback", "/v1/sentiment", "/v1/surveys", "/v1/keys"})
    void bodiesThatAreTooLarge(String path) {
        byte[] large = ("{\"id\": \"" + "x".repeat(2_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        send(path, "application/json", BodyPublishers.ofByteArray(large)).expectProblem(413, "payload-too-large");
        // Without a known length it is sent in chunks.
        send(path, "application/json", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .expectProblem(413, "payload-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/events", "/v1/feedback", "/v1/sentiment", "/v1/surveys", "/v1/keys"})
    void brokenCharacters(String path) {
        List<byte[]> bodies = new ArrayList<>();
        for (String bytes : List.of("\u00ff\u00fe", "\u00c0\u0080", "\u00ed\u00a0\u0080", "a\u0000b", "\u00f5")) {
            bodies.add(
                    ("{\"id\": \"" + bytes + "\", \"name\": \"" + bytes + "\"}").getBytes(StandardCharsets.ISO_8859_1));
        }
        for (byte[] body : bodies) {
            send(path, "application/json", BodyPublishers.ofByteArray(body)).expectProblem(400, "validation");
        }
    }

    @Test
    void addressesAndHeadersThatAreTooLong() {
        Client alone = client.onOwnConnection();
        for (String path : List.of("/v1/metrics/", "/v1/feedback/site/", "/v1/keys/", "/", "/v1/feedback?q=")) {
            alone.get(path + "x".repeat(100_000)).expectProblem(414, "payload-too-large");
        }
        for (String path : List.of("/v1/metrics", "/v1/feedback", "/v1/keys")) {
            alone.send(alone.request(path).header("X-Long", "x".repeat(200_000)))
                    .expectProblem(431, "payload-too-large");
        }
    }

    @Test
    void whatTheServerDoesNotEvenRead() {
        // It hangs up after these, so nobody else may be on that connection.
        client.onOwnConnection().get("/v1/metrics?x=" + "x".repeat(400_000)).expect(414);
        Client alone = client.onOwnConnection();
        alone.send(alone.request("/v1/metrics").header("X-Long", "x".repeat(400_000)))
                .expect(431);
    }

    @Test
    void pathsWithHostileIds() {
        for (String id : List.of(
                "%00",
                "a%00b", "%ED%A0%80", "%F0%9F%98%80", "%2e%2e", "..%2f..", "%C0%80", "'--", "%25", "x".repeat(3_000))) {
            for (String path : List.of(
                    "/v1/feedback/site/",
                    "/v1/feedback/",
                    "/v1/surveys/",
                    "/v1/connections/",
                    "/v1/metrics/",
                    "/v1/keys/",
                    "/v1/businesses/",
                    "/v1/webhooks/")) {
                Answer answer = client.get(path + id);
                // Dots are resolved before anything is looked up: what is left may be a list.
                assertThat(answer.status()).as(path + id + answer.text()).isIn(200, 400, 404, 414);
            }
        }
    }

    private Answer send(String path, String type, BodyPublisher body) {
        Client alone = client.onOwnConnection();
        return alone.send(alone.request(path).header("Content-Type", type).POST(body));
    }
}
