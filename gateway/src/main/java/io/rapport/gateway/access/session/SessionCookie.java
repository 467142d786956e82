package io.rapport.gateway.access.session;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;

/** The cookie that bears a session. Scripts can't read it, and no other site's page can make the browser send it. */
public final class SessionCookie {
    private static final String NAME = "rapport_session";

    private SessionCookie() {}

    public static Optional<PassText> read(HttpServerRequest request) {
        Cookie cookie = request.getCookie(NAME);
        return cookie == null ? Optional.empty() : PassText.parse(cookie.getValue(), PassKind.SESSION, PassKind.PERSON);
    }

    public static void write(HttpServerResponse response, String session, boolean secure) {
        response.addCookie(cookie(session, secure).setMaxAge(Sessions.IDLE.toSeconds()));
    }

    public static void clear(HttpServerResponse response, boolean secure) {
        response.addCookie(cookie("", secure).setMaxAge(0));
    }

    private static Cookie cookie(String value, boolean secure) {
        return Cookie.cookie(NAME, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.STRICT);
    }
}
