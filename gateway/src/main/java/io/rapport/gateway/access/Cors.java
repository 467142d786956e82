package io.rapport.gateway.access;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets pages of any origin call what a publishable key may call. No cookies or other credentials of the browser are taken
 * there (a session is taken from our own page only), so any origin is harmless.
 */
final class Cors {
    private static final String ORIGIN = "Access-Control-Allow-Origin";

    private Cors() {}

    /** Adds what lets a page read the answer, an error as well. */
    static void allowReading(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.headers().contains("Origin")
                && Routes.publishable(request.method().name(), Paths.of(context))) {
            context.response()
                    .putHeader(ORIGIN, "*")
                    .putHeader("Access-Control-Expose-Headers", "Retry-After, X-Request-Id");
        }
    }

    /** A browser asks first whether it may; it sends no key with that question. */
    static boolean answeredPreflight(RoutingContext context) {
        MultiMap headers = context.request().headers();
        String method = headers.get("Access-Control-Request-Method");
        boolean preflight = context.request().method().name().equals("OPTIONS") && headers.contains("Origin");
        if (!preflight || method == null || !Routes.publishable(method, Paths.of(context))) {
            return false;
        }
        context.response()
                .putHeader(ORIGIN, "*")
                .putHeader("Access-Control-Allow-Methods", "POST")
                .putHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, Idempotency-Key, X-Request-Id")
                .putHeader("Access-Control-Max-Age", "86400")
                .setStatusCode(204)
                .end();
        return true;
    }
}
