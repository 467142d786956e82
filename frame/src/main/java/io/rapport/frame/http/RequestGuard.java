package io.rapport.frame.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.rapport.frame.problem.ProblemType;
import io.rapport.frame.problem.Problems;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Refuses, before anything else looks at it, a request whose line, headers or announced body are too large or whose path
 * can't be decoded, so that each of these ends in a problem document like every other failure.
 */
@ApplicationScoped
class RequestGuard {
    private static final int FIRST = -1_000;
    private static final int LONGEST_URI = 8_192;
    private static final int LARGEST_HEADERS = 16_384;

    private final LargestBody largest;

    RequestGuard(LargestBody largest) {
        this.largest = largest;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::check).failureHandler(RequestGuard::failed);
    }

    private void check(RoutingContext context) {
        HttpProblem problem = problem(context.request(), largest.of(context.normalizedPath()));
        if (problem == null) {
            context.next();
        } else {
            ProblemResponse.send(context, problem);
        }
    }

    private static HttpProblem problem(HttpServerRequest request, long largestBody) {
        if (request.uri().length() > LONGEST_URI) {
            return tooLong(414, "The request line is longer than " + LONGEST_URI + " characters.");
        }
        if (headerSize(request) > LARGEST_HEADERS) {
            return tooLong(431, "The headers are larger than " + LARGEST_HEADERS + " characters.");
        }
        if (!decodable(request.uri())) {
            return Problems.validation(null, "The path or query is not correctly percent-encoded.");
        }
        if (isCompressed(request)) {
            return Problems.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Compressed bodies are not taken.")
                    .build();
        }
        return announcedLength(request) > largestBody
                ? Problems.payloadTooLarge("The body is larger than " + largestBody + " bytes.")
                : null;
    }

    private static HttpProblem tooLong(int status, String detail) {
        return Problems.of(ProblemType.PAYLOAD_TOO_LARGE, detail)
                .withStatus(status)
                .build();
    }

    private static int headerSize(HttpServerRequest request) {
        int size = 0;
        for (var header : request.headers()) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size;
    }

    private static boolean decodable(String uri) {
        try {
            return URLDecoder.decode(uri, StandardCharsets.UTF_8).indexOf('\0') < 0;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean isCompressed(HttpServerRequest request) {
        String encoding = request.getHeader("Content-Encoding");
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }

    private static long announcedLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
    }

    private static void failed(RoutingContext context) {
        int status = context.statusCode();
        boolean ours = status < 400 || status >= 500;
        if (ours) {
            context.next();
        } else {
            ProblemResponse.send(
                    context,
                    Problems.of(ProblemType.VALIDATION, "The request can't be read.")
                            .withStatus(status)
                            .build());
        }
    }
}
