package io.rapport.gateway;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A bug, and a page that a browser has already, for the tests. */
@ApplicationScoped
class TestRoutes {
    void register(@Observes Router router) {
        router.route("/test/bug").handler(context -> {
            throw new IllegalStateException("a secret of the inside");
        });
        router.route("/test/unchanged")
                .handler(context -> context.response().setStatusCode(304).end());
    }
}
