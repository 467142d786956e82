package io.rapport.feedback.connection.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** Tokens that are not Google's for this address and time, ten thousand of them: none is accepted, and no genuine one is refused. */
class MutatedTokensTest {
    private static final int MUTATED = 10_000;
    private static final int GENUINE = 50;
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String AUDIENCE = "https://crumb.example/v1/webhooks/cn_a";
    private static final String EMAIL = "push@crumb.iam.example";

    private final Random random = new Random(20260301);
    private final RsaJsonWebKey googles = key("k1");
    private final RsaJsonWebKey others = key("k1");
    private final List<JsonWebKey> keys = List.of(googles);

    @Test
    void noneIsAcceptedAndNoGenuineOneIsRefused() throws Exception {
        List<String> genuine = new ArrayList<>();
        for (int i = 0; i < GENUINE; i++) {
            genuine.add(signed(googles, claims(AUDIENCE, EMAIL, "https://accounts.google.com", i * 60 - 3_000)));
            assertThat(wrong(genuine.getLast())).as("genuine %d", i).isNull();
        }
        List<String> forged = forged();
        for (int i = 0; i < MUTATED; i++) {
            String token = genuine.get(random.nextInt(GENUINE));
            String mutated =
                    switch (i % 5) {
                        case 0 -> flipped(token);
                        case 1 -> token.substring(0, random.nextInt(token.length()));
                        case 2 -> token + (char) (33 + random.nextInt(90));
                        case 3 -> withPayload(token, "\"sub\":\"1\"", "\"sub\":\"" + random.nextInt(2, 1_000) + "\"");
                        default -> forged.get(random.nextInt(forged.size()));
                    };
            assertThat(wrong(mutated)).as("%d: %s", i % 5, mutated).isNotNull();
        }
    }

    /** Rightly made but for one thing each. */
    private List<String> forged() throws Exception {
        List<String> all = new ArrayList<>();
        String google = "https://accounts.google.com";
        all.add(signed(others, claims(AUDIENCE, EMAIL, google, 0)));
        all.add(signed(googles, claims("https://crumb.example/v1/webhooks/cn_b", EMAIL, google, 0)));
        all.add(signed(googles, claims(AUDIENCE, "push@other.iam.example", google, 0)));
        all.add(signed(googles, claims(AUDIENCE, EMAIL, "https://accounts.example", 0)));
        all.add(signed(googles, claims(AUDIENCE, EMAIL, google, -3_700)));
        all.add(signed(googles, claims(AUDIENCE, EMAIL, google, 3_700)));
        JwtClaims unverified = claims(AUDIENCE, EMAIL, google, 0);
        unverified.setClaim("email_verified", false);
        all.add(signed(googles, unverified));
        JwtClaims endless = claims(AUDIENCE, EMAIL, google, 0);
        endless.unsetClaim("exp");
        all.add(signed(googles, endless));
        all.add(unsigned(claims(AUDIENCE, EMAIL, google, 0)));
        all.add(confused(claims(AUDIENCE, EMAIL, google, 0)));
        return all;
    }

    private String wrong(String token) {
        PushToken.keyId(token);
        return PushToken.wrong(token, keys, AUDIENCE, EMAIL, NOW);
    }

    private JwtClaims claims(String audience, String email, String issuer, long secondsFromNow) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setSubject("1");
        claims.setClaim("email", email);
        claims.setClaim("email_verified", true);
        long made = NOW.getEpochSecond() + secondsFromNow;
        claims.setIssuedAt(NumericDate.fromSeconds(made));
        claims.setExpirationTime(NumericDate.fromSeconds(made + 3_600));
        return claims;
    }

    private static String signed(RsaJsonWebKey key, JwtClaims claims) throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setKey(key.getPrivateKey());
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setAlgorithmHeaderValue("RS256");
        return jws.getCompactSerialization();
    }

    private static String unsigned(JwtClaims claims) throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setAlgorithmHeaderValue("none");
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        return jws.getCompactSerialization();
    }

    /** The public key taken for the secret of an HMAC. */
    private String confused(JwtClaims claims) throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setKey(new HmacKey(googles.getPublicKey().getEncoded()));
        jws.setKeyIdHeaderValue("k1");
        jws.setAlgorithmHeaderValue("HS256");
        return jws.getCompactSerialization();
    }

    private String flipped(String token) {
        byte[] bytes = token.getBytes(StandardCharsets.ISO_8859_1);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String withPayload(String token, String from, String to) {
        String[] parts = token.split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        assertThat(payload).contains(from);
        String changed = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(payload.replace(from, to).getBytes(StandardCharsets.UTF_8));
        return parts[0] + "." + changed + "." + parts[2];
    }

    private static RsaJsonWebKey key(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
