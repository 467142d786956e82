package io.rapport.gateway;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A bug, for the tests. */
@ApplicationScoped
class ThrowingRoute {
    void register(@Observes Router router) {
        router.route("/test/bug").handler(context -> {
            throw new IllegalStateException("a secret of the inside");
        });
    }
}
