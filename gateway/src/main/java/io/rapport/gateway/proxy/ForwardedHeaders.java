package io.rapport.gateway.proxy;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** Tells a service who asked, and how: it sees only the gateway's own connection. */
final class ForwardedHeaders {
    private ForwardedHeaders() {}

    /** @param countryHeader where a proxy in front of the gateway says in which country the client is */
    static void add(HttpServerRequest request, Optional<String> countryHeader) {
        var headers = request.headers();
        if (request.remoteAddress() != null && request.remoteAddress().hostAddress() != null) {
            headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        }
        headers.set("X-Forwarded-Proto", request.scheme());
        if (request.authority() != null) {
            headers.set("X-Forwarded-Host", request.authority().toString());
        }
        headers.remove("Cookie");
        countryHeader
                .map(headers::get)
                .filter(ForwardedHeaders::isCountry)
                .ifPresent(country -> headers.set("X-Rapport-Country", country));
    }

    /** Proxies write XX for a country that they don't know. */
    private static boolean isCountry(String code) {
        return code.matches("[A-Z]{2}") && !code.equals("XX");
    }
}
