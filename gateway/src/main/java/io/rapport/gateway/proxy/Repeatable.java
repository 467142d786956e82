package io.rapport.gateway.proxy;

import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import java.util.regex.Pattern;

/** Requests of which two have the effect of one, so that one without an answer may be sent again unasked. */
final class Repeatable {
    /** As HTTP defines them (RFC 9110, 9.2.2). */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

    /** Facts, which are counted once by source and id, and questions. */
    private static final Pattern POSTS =
            Pattern.compile("/v1/(events|feedback|measurements|spend|surveys/[^/]+/responses"
                    + "|webhooks/.+|metrics/query|sentiment)");

    /** What is made once for each key. */
    private static final Pattern KEYED = Pattern.compile("/v1/(surveys|connections|segments)");

    private Repeatable() {}

    static boolean is(HttpServerRequest request, String normalisedPath) {
        String method = request.method().name();
        return METHODS.contains(method)
                || method.equals("POST")
                        && (POSTS.matcher(normalisedPath).matches()
                                || KEYED.matcher(normalisedPath).matches()
                                        && request.headers().contains("Idempotency-Key"));
    }
}
