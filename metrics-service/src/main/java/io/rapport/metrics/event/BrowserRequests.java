package io.rapport.metrics.event;

import io.rapport.frame.token.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Reads from a request what is to be known of the browser that sent it. Its address is used here, and goes no further. */
@ApplicationScoped
class BrowserRequests {
    /** Set by the gateway alone, which lets nobody else's through. */
    private static final String ADDRESS = "X-Forwarded-For";

    private static final String COUNTRY = "X-Rapport-Country";
    private static final Set<String> OBJECTIONS = Set.of("DNT", "Sec-GPC");
    private static final Set<String> PURPOSES = Set.of("Sec-Purpose", "Purpose", "X-Moz");
    private static final int LONGEST_AGENT = 1_000;

    private final CookielessVisitors visitors;
    private final Caller caller;

    BrowserRequests(CookielessVisitors visitors, Caller caller) {
        this.visitors = visitors;
        this.caller = caller;
    }

    RequestContext context(HttpHeaders headers) {
        if (!caller.fromBrowser()) {
            return RequestContext.server();
        }
        String agent = cut(headers.getHeaderString(HttpHeaders.USER_AGENT));
        boolean objects =
                values(headers, OBJECTIONS).anyMatch(value -> value.strip().equals("1"));
        return new RequestContext(
                true,
                agent,
                language(headers),
                objects ? null : visitors.id(caller.business(), headers.getHeaderString(ADDRESS), agent),
                headers.getHeaderString(COUNTRY),
                values(headers, PURPOSES).anyMatch(LeftOut::isAhead),
                objects);
    }

    private static Stream<String> values(HttpHeaders headers, Set<String> names) {
        return names.stream().map(headers::getHeaderString).filter(value -> value != null);
    }

    private static String language(HttpHeaders headers) {
        Locale first = headers.getAcceptableLanguages().getFirst();
        return first.getLanguage().equals("*") ? null : first.toLanguageTag();
    }

    private static String cut(String agent) {
        return agent == null || agent.length() <= LONGEST_AGENT ? agent : agent.substring(0, LONGEST_AGENT);
    }
}
