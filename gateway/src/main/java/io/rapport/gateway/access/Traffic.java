package io.rapport.gateway.access;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Counts what passes, by route and never by path: paths hold ids. */
@ApplicationScoped
class Traffic {
    private static final String LABEL = Traffic.class.getName();
    private final MeterRegistry meters;

    Traffic(MeterRegistry meters) {
        this.meters = meters;
    }

    void begin(RoutingContext context) {
        long began = System.nanoTime();
        context.addEndHandler(ended -> meters.timer(
                        "rapport.gateway.requests",
                        "route",
                        label(context),
                        "method",
                        method(context),
                        "status",
                        String.valueOf(context.response().getStatusCode()))
                .record(Duration.ofNanos(System.nanoTime() - began)));
    }

    void routed(RoutingContext context, String label) {
        context.put(LABEL, label);
    }

    /** Something that was turned away at the door. */
    void rejected(HttpProblem problem) {
        String type = String.valueOf(problem.getType());
        meters.counter("rapport.gateway.rejected", "reason", type.substring(type.lastIndexOf('/') + 1))
                .increment();
    }

    private static String label(RoutingContext context) {
        String label = context.get(LABEL);
        return label == null ? "other" : label;
    }

    private static String method(RoutingContext context) {
        String method = context.request().method().name();
        return method.matches("GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS") ? method : "other";
    }
}
