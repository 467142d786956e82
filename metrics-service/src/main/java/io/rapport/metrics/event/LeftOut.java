package io.rapport.metrics.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;

/** Why an event is kept and counted nowhere: because no customer did it. */
final class LeftOut {
    static final String BOT = "bot";
    static final String PREFETCH = "prefetch";
    static final String INTERNAL = "internal";
    static final String MACHINE = "machine";

    private static final Set<String> READ_BY_MACHINES = Set.of("email_opened", "email_clicked");

    private LeftOut() {}

    /**
     * The first reason that holds, or null.
     *
     * @param ahead whether a page was fetched before, or without, anybody looking at it
     * @param internal whether the address is one of the business's own
     * @param properties the event's; null where it has none
     */
    static String reason(String type, String userAgent, boolean ahead, boolean internal, JsonNode properties) {
        if (Bots.isBot(userAgent)) {
            return BOT;
        }
        if (ahead || says(properties, "prefetch")) {
            return PREFETCH;
        }
        if (internal || says(properties, "internal")) {
            return INTERNAL;
        }
        return type != null && READ_BY_MACHINES.contains(type) && says(properties, "machine") ? MACHINE : null;
    }

    /** Whether the browser says, as in its header Sec-Purpose, that it fetches a page before anybody looks at it. */
    static boolean isAhead(String purpose) {
        String lower = purpose == null ? "" : purpose.toLowerCase(Locale.ROOT);
        return lower.contains("prefetch") || lower.contains("prerender") || lower.contains("preview");
    }

    private static boolean says(JsonNode properties, String name) {
        return properties != null
                && properties.path(name).isBoolean()
                && properties.path(name).booleanValue();
    }
}
