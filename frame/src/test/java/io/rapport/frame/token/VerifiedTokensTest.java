package io.rapport.frame.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private static final byte[] SECRET = "a secret of the test, of 32 bytes".getBytes(StandardCharsets.UTF_8);
    private static final TokenGrant GRANT =
            new TokenGrant("key:ky_1", Set.of(Scopes.EVENTS_WRITE), Set.of("b_1"), TokenGrant.SERVER);

    private Instant now = Instant.now();
    private final VerifiedTokens tokens = new VerifiedTokens(clock());
    private final String token = new TokenIssuer(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(SECRET), Clock.systemUTC())
            .bearer(GRANT)
            .substring("Bearer ".length());

    @Test
    void aTokenIsVerifiedOnce() throws ParseException {
        JWTCallerPrincipal caller = tokens.parse(token, trust());

        assertThat(caller.getSubject()).isEqualTo("key:ky_1");
        assertThat(tokens.parse(token, trust())).isSameAs(caller);
    }

    @Test
    void itIsVerifiedAgainOnceItsTimeIsOver() throws ParseException {
        JWTCallerPrincipal caller = tokens.parse(token, trust());
        now = now.plus(Duration.ofMinutes(6));

        assertThat(tokens.parse(token, trust())).isNotSameAs(caller);
    }

    @Test
    void anotherSignatureUnderTheSameWordsIsRefused() throws ParseException {
        tokens.parse(token, trust());
        char last = token.charAt(token.length() - 2);
        String forged = token.substring(0, token.length() - 2)
                + (last == 'A' ? 'B' : 'A')
                + token.substring(token.length() - 1);

        assertThatThrownBy(() -> tokens.parse(forged, trust())).isInstanceOf(ParseException.class);
    }

    private static JWTAuthContextInfo trust() {
        JWTAuthContextInfo trust = new JWTAuthContextInfo(new SecretKeySpec(SECRET, "HmacSHA256"), TokenIssuer.ISSUER);
        trust.setSignatureAlgorithm(Set.of(SignatureAlgorithm.HS256));
        return trust;
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
