package io.rapport.gateway.page;

import io.rapport.frame.problem.Problems;
import io.rapport.gateway.access.Address;
import io.rapport.gateway.access.RateLimits;
import io.rapport.gateway.access.session.OpenedPass;
import io.rapport.gateway.access.session.OwnPage;
import io.rapport.gateway.access.session.SessionCookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** What every way in has in common: only our own page may ask, guessing is slowed down, and a cookie bears the session. */
@ApplicationScoped
class Desk {
    private static final String FAILURE = "session";

    private final RateLimits limits;
    private final PublicAddress address;

    Desk(RateLimits limits, PublicAddress address) {
        this.limits = limits;
        this.address = address;
    }

    void requireOwnPage(HttpServerRequest request) {
        if (!OwnPage.mayWrite(request)) {
            throw Problems.forbidden("Only the dashboard's own page may do this.");
        }
    }

    void refuseAfterFailures(HttpServerRequest request) {
        limits.afterFailures(FAILURE, Address.group(request)).ifPresent(wait -> {
            throw Problems.rateLimited(wait);
        });
    }

    void failed(HttpServerRequest request) {
        limits.failed(FAILURE, Address.group(request));
    }

    Response entered(OpenedPass session, RoutingContext context, Response.ResponseBuilder response) {
        keep(session.text().text(), context);
        return uncached(response);
    }

    void keep(String session, RoutingContext context) {
        SessionCookie.write(context.response(), session, isSecure(context));
    }

    void clear(RoutingContext context) {
        SessionCookie.clear(context.response(), isSecure(context));
    }

    static Response uncached(Response.ResponseBuilder response) {
        return response.header("Cache-Control", "no-store").build();
    }

    /** The gateway may not know whether the browser came by TLS, where the public address doesn't say so. */
    private boolean isSecure(RoutingContext context) {
        return address.isSecure() || context.request().isSSL();
    }
}
