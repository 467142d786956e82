package io.rapport.gateway.access.session;

import java.util.Arrays;
import java.util.Locale;

/**
 * A link opens a session once; a session opens the dashboard until it ends. An invitation lets a person choose a password
 * once; a person's session is one that a password opened.
 */
public enum PassKind {
    LINK("ln"),
    SESSION("ss"),
    INVITATION("iv"),
    PERSON("us");

    private final String prefix;

    PassKind(String prefix) {
        this.prefix = prefix;
    }

    static PassKind ofPrefix(String prefix) {
        return Arrays.stream(values())
                .filter(kind -> kind.prefix.equals(prefix))
                .findFirst()
                .orElseThrow();
    }

    String prefix() {
        return prefix;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
