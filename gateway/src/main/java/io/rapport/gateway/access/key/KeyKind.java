package io.rapport.gateway.access.key;

import com.fasterxml.jackson.annotation.JsonValue;
import io.rapport.frame.token.Scopes;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A secret key is for servers; a publishable one may stand in a page that everybody can read. */
public enum KeyKind {
    SECRET("sk", Scopes.SECRET),
    PUBLISHABLE("pk", Scopes.PUBLISHABLE);

    static final List<String> LABELS = List.of("secret", "publishable");

    private final String prefix;
    private final Set<String> most;

    KeyKind(String prefix, Set<String> most) {
        this.prefix = prefix;
        this.most = most;
    }

    String prefix() {
        return prefix;
    }

    /** The scopes that a key of this kind can have at most. */
    Set<String> most() {
        return most;
    }

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static KeyKind ofPrefix(String prefix) {
        return prefix.equals("sk") ? SECRET : PUBLISHABLE;
    }

    static KeyKind ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
