package io.rapport.gateway.access;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/** An address that leads nowhere, as a page for the person who typed it; programs get a problem. */
final class MissingPage {
    private static final Set<String> LOOKING = Set.of("GET", "HEAD");
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <link rel="icon" href="data:,">
            <title>%s</title>
            <link rel="stylesheet" href="/plain.css">
            </head>
            <body>
            <main>
            <h1>%1$s</h1>
            <p>%s</p>
            <p><a href="/">To the dashboard</a></p>
            </main>
            </body>
            </html>
            """;

    private MissingPage() {}

    /** Browsers name pages first of what they take; whoever takes anything at all is a program. Below these paths are no pages. */
    static boolean isFor(RoutingContext context) {
        String accept = context.request().getHeader("Accept");
        String path = Paths.of(context);
        return accept != null
                && accept.contains("text/html")
                && LOOKING.contains(context.request().method().name())
                && !path.equals("/v1")
                && !path.startsWith("/v1/")
                && !path.startsWith("/internal");
    }

    static String page(RoutingContext context, HttpProblem problem) {
        return problem.getStatusCode() == 404
                ? PAGE.formatted(
                        "There is no such page", "The address may have been mistyped, or what was there is gone.")
                : PAGE.formatted("That didn't work", "Please try again in a moment.");
    }
}
