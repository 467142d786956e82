package io.rapport.metrics.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ids for visitors of whom nothing is kept in their browser: the same all day (UTC) for one browser at one address on one
 * business's site, and tomorrow another. Neither address nor agent can be got back from one, and nobody can make one again once
 * the day's salt is gone.
 */
@ApplicationScoped
class CookielessVisitors {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "day_";
    private static final int BYTES = 16;

    private final VisitorSalts salts;

    CookielessVisitors(VisitorSalts salts) {
        this.salts = salts;
    }

    /** Null without an address: the User-Agent alone would make one visitor of many people. */
    String id(String business, String address, String userAgent) {
        return address == null ? null : PREFIX + hash(business, address, userAgent == null ? "" : userAgent);
    }

    private String hash(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(salts.today(), ALGORITHM));
            byte[] hash = mac.doFinal(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
