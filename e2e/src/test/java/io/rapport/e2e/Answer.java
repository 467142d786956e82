package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What came back. */
record Answer(int status, String contentType, Optional<String> retryAfter, String text) {
    private static final String PROBLEMS = "https://rapport.example/problems/";

    static Answer from(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.headers().firstValue("Retry-After"),
                response.body());
    }

    JsonNode json() {
        return Json.read(text);
    }

    boolean acknowledged() {
        return status >= 200 && status < 300;
    }

    Answer expect(int expected) {
        assertThat(status).as(text).isEqualTo(expected);
        return this;
    }

    /** RFC 9457, with the type that is documented for it. */
    Answer expectProblem(int expected, String type) {
        expect(expected);
        assertThat(contentType).as(text).startsWith("application/problem+json");
        assertThat(json().path("type").asText()).as(text).isEqualTo(PROBLEMS + type);
        assertThat(json().path("status").asInt()).as(text).isEqualTo(expected);
        return this;
    }
}
