package io.rapport.launcher.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Made once for a home and never shown. {@code databases} holds, for each database, the passwords of its two roles.
 */
public record Secrets(
        String postgresPassword,
        String tokenSecret,
        String encryptionKey,
        String adminKey,
        Map<String, RolePasswords> databases) {
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_CHARACTERS = 32;
    private static final int ADMIN_KEY_CHARACTERS = 40;

    /** Passwords of the role that owns a schema and of the one that the service works with. */
    public record RolePasswords(String owner, String app) {
        @Override
        public String toString() {
            return "RolePasswords[hidden]";
        }
    }

    public static Secrets generate(Iterable<String> databases) {
        SecureRandom random = new SecureRandom();
        Map<String, RolePasswords> roles = new TreeMap<>();
        for (String database : databases) {
            roles.put(
                    database,
                    new RolePasswords(base62(random, PASSWORD_CHARACTERS), base62(random, PASSWORD_CHARACTERS)));
        }
        return new Secrets(
                base62(random, PASSWORD_CHARACTERS),
                // The signing key goes into a JSON web key, which knows the URL-safe alphabet only.
                Base64.getUrlEncoder().withoutPadding().encodeToString(key(random)),
                Base64.getEncoder().encodeToString(key(random)),
                "adm_" + base62(random, ADMIN_KEY_CHARACTERS),
                roles);
    }

    /** The gateway is told only this of the admin key. */
    public String adminKeyHash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(adminKey.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String base62(SecureRandom random, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(BASE62.charAt(random.nextInt(BASE62.length())));
        }
        return text.toString();
    }

    private static byte[] key(SecureRandom random) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "Secrets[hidden]";
    }
}
