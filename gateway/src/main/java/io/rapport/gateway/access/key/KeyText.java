package io.rapport.gateway.access.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as it is written: {@code sk_} or {@code pk_}, the 16 characters of its business's id, and 32 random base62 characters.
 *
 * <p>Only the SHA-256 hash of it is stored. A slow, salted hash is for secrets that people choose: it makes each guess dear
 * because there are few likely ones. These have 190 random bits, so there is nothing to guess, and a fast hash spares each
 * request the cost.
 *
 * @param text the whole key; never stored or logged
 * @param business the id of the business it belongs to
 */
public record KeyText(String text, KeyKind kind, String business) {
    private static final Pattern SHAPE = Pattern.compile("(sk|pk)_([a-z2-7]{16})_[0-9A-Za-z]{32}");
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Optional<KeyText> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        return matcher.matches()
                ? Optional.of(new KeyText(text, KeyKind.ofPrefix(matcher.group(1)), "b_" + matcher.group(2)))
                : Optional.empty();
    }

    static KeyText random(KeyKind kind, String business) {
        StringBuilder secret = new StringBuilder(32);
        for (int i = 0; i < 32; i++) {
            secret.append(BASE62.charAt(RANDOM.nextInt(BASE62.length())));
        }
        return new KeyText(kind.prefix() + "_" + business.substring(2) + "_" + secret, kind, business);
    }

    /** Lower-case hexadecimal SHA-256. */
    String hash() {
        return hash(text);
    }

    public static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Enough to tell one's keys apart, too little to use one. */
    String hint() {
        return text.substring(0, kind.prefix().length() + 1 + 16 + 1 + 4) + "…";
    }

    @Override
    public String toString() {
        return hint();
    }
}
