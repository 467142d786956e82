package io.rapport.feedback.connection;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets without a form of their own. */
public final class SecretText {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;
    private static final int LEAST = 8;

    private SecretText() {}

    /** 192 random bits that can stand in an address. */
    public static String random(String prefix) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static String rule(String secret) {
        boolean printable = secret.chars().allMatch(c -> c > ' ' && c < 127);
        return printable && secret.length() >= LEAST
                ? null
                : "must have at least " + LEAST + " characters of ASCII, without blanks";
    }
}
