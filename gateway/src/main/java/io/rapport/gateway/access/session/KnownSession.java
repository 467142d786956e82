package io.rapport.gateway.access.session;

import java.time.Instant;
import java.util.Set;

/**
 * A session that has not ended.
 *
 * @param keyId the key that it was opened with, which it ends with
 */
public record KnownSession(String business, String keyId, Set<String> scopes, Instant expiresAt) {
    static KnownSession from(BrowserPass pass) {
        return new KnownSession(pass.businessId, pass.keyId, pass.scopeSet(), pass.expiresAt);
    }
}
