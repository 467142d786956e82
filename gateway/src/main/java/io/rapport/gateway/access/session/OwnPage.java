package io.rapport.gateway.access.session;

import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/**
 * Whether our own page asks, and not a foreign one in the same browser. A foreign page can send simple requests but can't set
 * a header of its own without being allowed to, and the browser says where a request comes from.
 */
public final class OwnPage {
    private static final String HEADER = "X-Requested-With";
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private OwnPage() {}

    /** To look at something. */
    public static boolean mayRead(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null || OURS.contains(site);
    }

    /** To change something, or to send a body. */
    public static boolean mayWrite(HttpServerRequest request) {
        return mayRead(request) && "rapport".equals(request.getHeader(HEADER));
    }
}
