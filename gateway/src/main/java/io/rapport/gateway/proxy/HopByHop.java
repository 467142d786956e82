package io.rapport.gateway.proxy;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Headers that are about one connection, not about the message (RFC 9110, 7.6.1). */
public final class HopByHop {
    private static final List<String> ALWAYS = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Connection",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "TE",
            "Trailer",
            "Upgrade",
            "Expect",
            "HTTP2-Settings");

    /** How long the message is must stay known, whatever the connection's header says. */
    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding", "host");

    private HopByHop() {}

    /** Takes away these headers and those that the Connection header names. */
    public static void strip(MultiMap headers) {
        List<String> named = headers.getAll("Connection").stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && !FRAMING.contains(name))
                .toList();
        named.forEach(headers::remove);
        ALWAYS.forEach(headers::remove);
    }
}
