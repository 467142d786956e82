package io.rapport.gateway.access.person;

import com.fasterxml.jackson.annotation.JsonValue;
import io.rapport.frame.token.Scopes;
import io.rapport.gateway.access.session.Sessions;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Readers look at figures; owners also at customers one by one, and answer, ask, connect sources, and let people in and out. */
public enum PersonRole {
    OWNER(Sessions.opened(Scopes.SECRET, true)),
    READER(Sessions.opened(Scopes.SECRET, false));

    public static final List<String> LABELS = List.of("owner", "reader");

    private final Set<String> scopes;

    PersonRole(Set<String> scopes) {
        this.scopes = scopes;
    }

    Set<String> scopes() {
        return scopes;
    }

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PersonRole ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
