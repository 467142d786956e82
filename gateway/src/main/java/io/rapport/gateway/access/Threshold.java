package io.rapport.gateway.access;

import io.rapport.frame.http.ProblemResponse;
import io.rapport.frame.trace.RequestId;
import io.rapport.gateway.proxy.HopByHop;
import io.rapport.gateway.tracker.TrackerScript;
import io.rapport.gateway.tracker.WidgetScript;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What happens to every request and every answer, whatever becomes of them: headers by which a client could pass for one of
 * ours are taken away, a request id is given, and the answer bears the headers that keep browsers careful.
 */
@ApplicationScoped
class Threshold {
    private static final int FIRST_OF_ALL = -2_000;
    private static final int NOT_MODIFIED = 304;
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    private static final String PAGE = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    /** The form of a survey: a page for customers, with words of customers and of the business, and no script at all. */
    private static final String FORM = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    /** Swagger UI is not ours to mend, and begins with a script in its page. */
    private static final String TOOL = "default-src 'self'; script-src 'self' 'unsafe-inline'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    /** Where the page's build puts files whose names change with what is in them; these may be kept for ever. */
    private static final String NAMED_BY_CONTENT = "/assets/";

    private final Traffic traffic;
    private final String transportSecurity;

    Threshold(
            Traffic traffic,
            @ConfigProperty(name = "rapport.http.strict-transport-security", defaultValue = "max-age=31536000")
                    String transportSecurity) {
        this.traffic = traffic;
        this.transportSecurity = transportSecurity;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST_OF_ALL).handler(this::cross);
    }

    private void cross(RoutingContext context) {
        MultiMap headers = context.request().headers();
        HopByHop.strip(headers);
        headers.names().stream().filter(Threshold::isOurs).toList().forEach(headers::remove);
        String id = requestId(headers.get(RequestId.HEADER));
        headers.set(RequestId.HEADER, id);
        context.addHeadersEndHandler(unused -> finish(context, id));
        traffic.begin(context);
        if (FormFailure.isFor(context)) {
            ProblemResponse.asPage(context, FormFailure::page);
        } else if (MissingPage.isFor(context)) {
            ProblemResponse.asPage(context, MissingPage::page);
        }
        context.next();
    }

    private static boolean mayBeKept(String path) {
        return path.startsWith(NAMED_BY_CONTENT) || path.equals(TrackerScript.PATH) || path.equals(WidgetScript.PATH);
    }

    private static String policy(String path, boolean page) {
        if (!page) {
            return NOTHING;
        }
        return path.startsWith("/forms/") ? FORM : path.startsWith("/q/") ? TOOL : PAGE;
    }

    private void finish(RoutingContext context, String id) {
        HttpServerResponse response = context.response();
        MultiMap headers = response.headers();
        String type = headers.get("Content-Type");
        String path = Paths.of(context);
        boolean page = type != null && type.startsWith("text/html");
        headers.set(RequestId.HEADER, id)
                .set("X-Content-Type-Options", "nosniff")
                .set("Referrer-Policy", "no-referrer")
                .set("X-Frame-Options", "DENY");
        // An answer without content has no type; the policy of what the browser keeps must not be replaced by its own.
        if (response.getStatusCode() != NOT_MODIFIED) {
            headers.set("Content-Security-Policy", policy(path, page));
        }
        if (path.startsWith("/v1") && !headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "no-store");
        } else if (!mayBeKept(path) && !"no-store".equals(headers.get("Cache-Control"))) {
            headers.set("Cache-Control", "no-cache");
        }
        if (isSecure(context.request())) {
            headers.set("Strict-Transport-Security", transportSecurity);
        }
        Cors.allowReading(context);
    }

    /** True behind TLS, and behind a trusted load balancer that says so (quarkus.http.proxy.*). */
    private static boolean isSecure(HttpServerRequest request) {
        return "https".equals(request.scheme());
    }

    private static boolean isOurs(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.startsWith("x-forwarded-")
                || name.startsWith("x-rapport-")
                || name.equals("forwarded")
                || name.equals("x-real-ip");
    }

    private static String requestId(String sent) {
        return RequestId.fits(sent) ? sent : UUID.randomUUID().toString();
    }
}
