package io.rapport.gateway.access;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.rapport.frame.problem.Rejections;
import io.rapport.frame.trace.RequestLog;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;

/** Counts what passes, by route and never by path: paths hold ids. */
@ApplicationScoped
class Traffic {
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final MeterRegistry meters;

    Traffic(MeterRegistry meters) {
        this.meters = meters;
    }

    void begin(RoutingContext context) {
        long began = System.nanoTime();
        context.addEndHandler(ended -> Timer.builder("rapport.gateway.requests")
                .tags("route", label(context), "method", method(context))
                .tag("status", String.valueOf(context.response().getStatusCode()))
                .serviceLevelObjectives(BOUNDS)
                .register(meters)
                .record(Duration.ofNanos(System.nanoTime() - began)));
    }

    void routed(RoutingContext context, String label) {
        context.put(RequestLog.ROUTE, label);
    }

    /** Something that was turned away at the door. */
    void rejected(HttpProblem problem) {
        meters.counter("rapport.gateway.rejected", "reason", Rejections.reason(problem))
                .increment();
    }

    private static String label(RoutingContext context) {
        String label = context.get(RequestLog.ROUTE);
        return label == null ? "other" : label;
    }

    private static String method(RoutingContext context) {
        String method = context.request().method().name();
        return METHODS.contains(method) ? method : "other";
    }
}
