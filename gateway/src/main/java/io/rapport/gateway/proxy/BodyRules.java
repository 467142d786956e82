package io.rapport.gateway.proxy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.rapport.frame.problem.Problems;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.regex.Pattern;

/** What must hold of a body before any of it is passed on. */
final class BodyRules {
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    private BodyRules() {}

    static HttpProblem broken(HttpServerRequest request, long most) {
        List<String> codings = request.headers().getAll("Transfer-Encoding");
        if (!codings.isEmpty() && !codings.equals(List.of("chunked"))) {
            return Problems.validation(null, "The only Transfer-Encoding that is taken is chunked.");
        }
        String length = request.getHeader("Content-Length");
        if (length == null) {
            return null;
        }
        if (!LENGTH.matcher(length).matches() || !codings.isEmpty()) {
            return Problems.validation(null, "The Content-Length is not valid.");
        }
        return Long.parseLong(length) > most ? tooLarge(most) : null;
    }

    static HttpProblem tooLarge(long most) {
        return Problems.payloadTooLarge("The body is larger than " + most + " bytes.");
    }
}
