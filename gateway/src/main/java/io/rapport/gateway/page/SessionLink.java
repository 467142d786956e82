package io.rapport.gateway.page;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link that opens the dashboard once. */
record SessionLink(
        @Schema(examples = "http://localhost:8080/session?token=ln_…", description = "To be opened in a browser, once.")
        String url,

        Instant expiresAt) {
    @Override
    public String toString() {
        return "SessionLink[…]";
    }
}
