package io.rapport.frame.trace;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Gives the lines of a request its id, and logs a request that failed without anybody having said so, or that was slow. It
 * names the route and never the path, which may hold what identifies a person.
 */
@ApplicationScoped
public class RequestLog {
    /** Where a route that isn't one of JAX-RS puts its name. */
    public static final String ROUTE = RequestLog.class.getName();

    private static final Logger LOG = Logger.getLogger(RequestLog.class);
    private static final int AFTER_THE_ID_IS_GIVEN = -1_900;
    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,10}");
    private static final String OF_JAX_RS = "UrlPathTemplate";
    private static final String SAID = ROUTE + ".said";

    private final Duration slow;
    private final boolean untraced;

    RequestLog(
            @ConfigProperty(name = "rapport.log.slow-after", defaultValue = "5S") Duration slow,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean untraced) {
        this.slow = slow;
        this.untraced = untraced;
    }

    void register(@Observes Router router) {
        router.route().order(AFTER_THE_ID_IS_GIVEN).handler(this::follow);
    }

    /** The route of the request at hand, such as {@code /v1/feedback/{source}/{id}}. */
    public static String route() {
        Context context = Vertx.currentContext();
        Object template = context == null ? null : context.getLocal(OF_JAX_RS);
        return template == null ? "a path without a name" : template.toString();
    }

    /** That the failure of the request at hand has been logged with its cause. */
    public static void said() {
        Context context = Vertx.currentContext();
        if (context != null) {
            context.putLocal(SAID, true);
        }
    }

    private void follow(RoutingContext request) {
        Span span = untraced ? Span.getInvalid() : RequestSpan.begin(request.request());
        String id = request.request().getHeader(RequestId.HEADER);
        if (RequestId.fits(id)) {
            RequestId.log(id);
            span.setAttribute("rapport.request", id);
        }
        long began = System.nanoTime();
        request.addEndHandler(ended -> finish(request, span, Duration.ofNanos(System.nanoTime() - began)));
        request.next();
    }

    private void finish(RoutingContext request, Span span, Duration took) {
        if (span.isRecording()) {
            RequestSpan.end(span, request.request(), name(request));
        }
        int status = request.response().getStatusCode();
        boolean failed = status >= 500 && !wasSaid();
        if (failed || took.compareTo(slow) > 0) {
            LOG.warnf("%s %s: %d after %d ms", method(request.request()), name(request), status, took.toMillis());
        }
    }

    /** As it was sent, unless that is nothing that a method could be called. */
    static String method(HttpServerRequest request) {
        String method = request.method().name();
        return METHOD.matcher(method).matches() ? method : "other";
    }

    private static String name(RoutingContext request) {
        String name = request.get(ROUTE);
        return name == null ? route() : name;
    }

    private static boolean wasSaid() {
        Context context = Vertx.currentContext();
        return context != null && context.getLocal(SAID) != null;
    }
}
