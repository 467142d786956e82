package io.rapport.gateway.access;

import io.rapport.gateway.access.key.KeyKind;
import io.rapport.gateway.access.key.KeyText;
import io.rapport.gateway.proxy.Query;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/**
 * A publishable key in the address, {@code ?key=pk_…}: {@code sendBeacon}, by which a page tells that it is left, can set no
 * header. Taken where a page may call at all, and of no other kind of key: addresses end in logs and histories.
 */
final class AddressKey {
    private static final String PARAMETER = "key";
    private static final String TEXT = "text/plain";

    private AddressKey() {}

    /** What the address gives for a key; empty where a header does, or where keys are taken from headers alone. */
    static Optional<String> presented(RoutingContext context) {
        if (context.request().headers().contains("Authorization") || !mayStandHere(context)) {
            return Optional.empty();
        }
        List<String> keys = context.queryParam(PARAMETER);
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys.size() == 1 ? keys.getFirst() : "");
    }

    static Optional<KeyText> publishable(String presented) {
        return KeyText.parse(presented).filter(key -> key.kind() == KeyKind.PUBLISHABLE);
    }

    /**
     * The service sees no key. A page may call its JSON plain text, as a browser then doesn't ask beforehand whether it may: with
     * a key that everybody can read, that question guards nothing.
     */
    static void passOn(RoutingContext context, Principal principal) {
        if (!mayStandHere(context)) {
            return;
        }
        Query.withhold(context, PARAMETER);
        String type = context.request().getHeader("Content-Type");
        if (principal.publishable()
                && type != null
                && type.split(";", 2)[0].strip().equalsIgnoreCase(TEXT)) {
            context.request().headers().set("Content-Type", "application/json");
        }
    }

    private static boolean mayStandHere(RoutingContext context) {
        return Routes.publishable(context.request().method().name(), Paths.of(context));
    }
}
