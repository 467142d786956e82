package io.rapport.gateway.access.session;

import java.util.Locale;

/** A link opens a session once; a session opens the dashboard until it ends. */
public enum PassKind {
    LINK("ln"),
    SESSION("ss");

    private final String prefix;

    PassKind(String prefix) {
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
