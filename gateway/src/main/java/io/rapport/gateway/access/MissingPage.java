package io.rapport.gateway.access;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/** An address that leads nowhere, as a page for the person who typed it; programs get a problem. */
final class MissingPage {
    private static final Set<String> LOOKING = Set.of("GET", "HEAD");
    private static final String HOME = PlainPage.link("/", "To the dashboard");

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
                ? page("There is no such page", "The address may have been mistyped, or what was there is gone.")
                : page("That didn't work", "Please try again in a moment.");
    }

    private static String page(String title, String text) {
        return PlainPage.of("en", title, text, HOME);
    }
}
