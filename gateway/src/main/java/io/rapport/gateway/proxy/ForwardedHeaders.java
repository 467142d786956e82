package io.rapport.gateway.proxy;

import io.vertx.core.http.HttpServerRequest;

/** Tells a service who asked, and how: it sees only the gateway's own connection. */
final class ForwardedHeaders {
    private ForwardedHeaders() {}

    static void add(HttpServerRequest request) {
        var headers = request.headers();
        if (request.remoteAddress() != null && request.remoteAddress().hostAddress() != null) {
            headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        }
        headers.set("X-Forwarded-Proto", request.scheme());
        if (request.authority() != null) {
            headers.set("X-Forwarded-Host", request.authority().toString());
        }
        headers.remove("Cookie");
    }
}
