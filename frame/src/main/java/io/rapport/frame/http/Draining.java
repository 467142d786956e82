package io.rapport.frame.http;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Sees to it that nobody is cut off when this process ends. For {@code quarkus.shutdown.delay} after SIGTERM requests are
 * answered as ever, but each answer asks the caller to open a new connection for the next, which then leads to another
 * replica; when the delay is over, no connection is in use any more.
 */
@ApplicationScoped
class Draining {
    private static final int BEFORE_ALL = -1_100;
    private volatile boolean begun;

    void begin(@Observes ShutdownDelayInitiatedEvent delay) {
        begun = true;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_ALL).handler(this::sayGoodbye);
    }

    private void sayGoodbye(RoutingContext context) {
        // Asked when the head is written: the end may have begun while the request was at work.
        if (context.request().version() == HttpVersion.HTTP_1_1) {
            context.addHeadersEndHandler(written -> close(context));
        }
        context.next();
    }

    private void close(RoutingContext context) {
        if (begun) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }
}
