package io.rapport.gateway.proxy;

import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The query that goes on to a service. */
public final class Query {
    private static final String PASSED_ON = Query.class.getName();

    private Query() {}

    /** Sees to it that the service is not told this parameter. */
    public static void withhold(RoutingContext context, String parameter) {
        String query = context.request().query();
        if (query != null) {
            context.put(
                    PASSED_ON,
                    Arrays.stream(query.split("&"))
                            .filter(part -> !part.equals(parameter) && !part.startsWith(parameter + "="))
                            .collect(Collectors.joining("&")));
        }
    }

    /** With its question mark; empty where there is none. */
    static String of(RoutingContext context) {
        String changed = context.get(PASSED_ON);
        String query = changed == null ? context.request().query() : changed;
        return query == null || query.isEmpty() ? "" : "?" + query;
    }
}
