package io.rapport.metrics.event;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/**
 * What a browser's own request tells of the visitor where the event doesn't. With a secret key nothing is read from the
 * request: a server speaks for others.
 */
record RequestContext(boolean fromBrowser, String userAgent, String language) {
    private static final int LONGEST_AGENT = 1_000;

    static RequestContext server() {
        return new RequestContext(false, null, null);
    }

    static RequestContext browser(HttpHeaders headers) {
        String agent = headers.getHeaderString(HttpHeaders.USER_AGENT);
        Locale first = headers.getAcceptableLanguages().getFirst();
        return new RequestContext(true, cut(agent), first.getLanguage().equals("*") ? null : first.toLanguageTag());
    }

    private static String cut(String agent) {
        return agent == null || agent.length() <= LONGEST_AGENT ? agent : agent.substring(0, LONGEST_AGENT);
    }
}
