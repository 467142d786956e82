package io.rapport.gateway.openapi;

import io.quarkus.runtime.Startup;
import io.rapport.frame.http.ProblemResponse;
import io.rapport.frame.problem.Problems;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;

/** What is open to all: the API's document, and a first page that leads to it. */
@Startup
@ApplicationScoped
class Pages {
    private static final String WELCOME = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Rapport</title>
            </head>
            <body>
            <h1>Rapport</h1>
            <p>What customers do, beside what they say: events, reviews and surveys, and the metrics made of them.</p>
            <ul>
            <li><a href="/docs">The guide for developers</a></li>
            <li><a href="/q/swagger-ui">Try the API</a></li>
            <li><a href="/openapi">Its OpenAPI document</a> (<a href="/openapi?format=json">JSON</a>)</li>
            </ul>
            </body>
            </html>
            """;

    /** Where the gateway was built without its dashboard, the first page leads to the API. */
    private static final int AFTER_THE_DASHBOARD = 15_000;

    private final ApiDocument document = ApiDocument.build();

    void register(@Observes Router router) {
        router.route("/openapi").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::document);
        router.route(HttpMethod.GET, "/").order(AFTER_THE_DASHBOARD).handler(context -> context.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .end(WELCOME));
    }

    private void document(RoutingContext context) {
        String format = format(context);
        switch (format.toLowerCase(Locale.ROOT)) {
            case "json" -> send(context, "application/json", document.json());
            case "yaml" -> send(context, "application/yaml", document.yaml());
            default -> ProblemResponse.send(context, Problems.validation("format", "must be one of yaml, json"));
        }
    }

    private static String format(RoutingContext context) {
        String asked = context.request().getParam("format");
        if (asked != null) {
            return asked;
        }
        String accept = context.request().getHeader("Accept");
        return accept != null && accept.startsWith("application/json") ? "json" : "yaml";
    }

    private static void send(RoutingContext context, String type, String body) {
        context.response()
                .putHeader("Content-Type", type + "; charset=utf-8")
                .putHeader("Cache-Control", "no-cache")
                .end(body);
    }
}
