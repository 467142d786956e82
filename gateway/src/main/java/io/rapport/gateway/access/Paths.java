package io.rapport.gateway.access;

import io.vertx.ext.web.RoutingContext;

/** The path as it is matched: without dot segments, doubled slashes and needless percent-encoding. */
final class Paths {
    private Paths() {}

    /** The raw path where it can't be normalised; such a request is refused, but its answer has headers too. */
    static String of(RoutingContext context) {
        try {
            return context.normalizedPath();
        } catch (IllegalArgumentException malformed) {
            return String.valueOf(context.request().path());
        }
    }
}
