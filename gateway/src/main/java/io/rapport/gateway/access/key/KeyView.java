package io.rapport.gateway.access.key;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be told of a key once it has been issued. */
@Schema(name = "Key")
record KeyView(
        String id,
        String businessId,
        KeyKind kind,
        @Schema(nullable = true) String name,
        Set<String> scopes,

        @Schema(description = "The beginning of the key, to tell one's keys apart.")
        String hint,

        Instant createdAt,
        String createdBy) {

    static KeyView from(ApiKey key) {
        return new KeyView(
                key.id,
                key.businessId,
                key.keyKind(),
                key.name,
                new TreeSet<>(key.scopeSet()),
                key.hint,
                key.createdAt,
                key.createdBy);
    }
}
