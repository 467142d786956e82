package io.rapport.feedback.connection;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures by a shared secret, compared in constant time as they are written: two writings of the same bytes are not both
 * right.
 */
public final class Hmac {
    private static final String SHA_256 = "HmacSHA256";

    private Hmac() {}

    public static byte[] sha256(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(SHA_256);
            mac.init(new SecretKeySpec(key, SHA_256));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static byte[] sha256(String key, byte[]... parts) {
        return sha256(key.getBytes(StandardCharsets.UTF_8), parts);
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Whether any of the secrets gives the signature; without an early end, so that the time tells nothing. */
    public static boolean anyFits(String given, List<String> secrets, Function<String, String> signature) {
        boolean fits = false;
        for (String secret : secrets) {
            fits |= same(given, signature.apply(secret));
        }
        return fits;
    }

    public static boolean same(String given, String expected) {
        return given != null && MessageDigest.isEqual(bytes(given), bytes(expected));
    }

    /** Names a message that has no id of its own by what is in it. */
    public static String digest(byte[] body) {
        try {
            return "sha256:" + hex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
