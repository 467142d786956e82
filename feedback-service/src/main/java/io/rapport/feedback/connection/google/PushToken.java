package io.rapport.feedback.connection.google;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** The token (OIDC) with which Pub/Sub shows who pushes: signed by Google, for us, in the name of the business's account. */
final class PushToken {
    private static final String[] ISSUERS = {"https://accounts.google.com", "accounts.google.com"};
    private static final int SKEW_SECONDS = 60;
    private static final int OLDEST_SECONDS = 86_400;

    private PushToken() {}

    /** The id of the key that it says it is signed with; null where it is no token. */
    static String keyId(String token) {
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setCompactSerialization(token);
            return jws.getKeyIdHeaderValue();
        } catch (JoseException malformed) {
            return null;
        }
    }

    /** Base64 of other characters may mean the same bytes; only what a signer writes is taken. */
    private static boolean isWrittenAsSigned(String token) {
        try {
            return Arrays.stream(token.split("\\.", -1)).allMatch(part -> Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Base64.getUrlDecoder().decode(part))
                    .equals(part));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** What is wrong with it; null if nothing is. */
    static String wrong(String token, List<JsonWebKey> keys, String audience, String email, Instant now) {
        if (!isWrittenAsSigned(token)) {
            return "The token is not one of Google's for this address, or its time is over.";
        }
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
                    .setJwsAlgorithmConstraints(
                            AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                    .setExpectedIssuers(true, ISSUERS)
                    .setExpectedAudience(audience)
                    .setRequireExpirationTime()
                    .setRequireIssuedAt()
                    .setIssuedAtRestrictions(SKEW_SECONDS, OLDEST_SECONDS)
                    .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                    .setEvaluationTime(NumericDate.fromSeconds(now.getEpochSecond()))
                    .build()
                    .processToClaims(token);
            boolean verified = Boolean.TRUE.equals(claims.getClaimValue("email_verified", Boolean.class));
            return verified && email.equals(claims.getStringClaimValue("email"))
                    ? null
                    : "The token is not that of the service account in settings.serviceAccount.";
        } catch (InvalidJwtException | MalformedClaimException refused) {
            return "The token is not one of Google's for this address, or its time is over.";
        }
    }
}
