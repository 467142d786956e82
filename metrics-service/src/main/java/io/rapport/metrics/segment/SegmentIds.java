package io.rapport.metrics.segment;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Ids of saved segments: {@code sg_} and 16 characters of a–z and 2–7. */
final class SegmentIds {
    static final Pattern PATTERN = Pattern.compile("sg_[a-z2-7]{16}");
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SegmentIds() {}

    /** @param key of idempotency: always the same id for the same one; null for a new id each time */
    static String of(String business, String key) {
        byte[] bytes = new byte[LENGTH];
        if (key == null) {
            RANDOM.nextBytes(bytes);
        } else {
            bytes = digest(business + "\n" + key);
        }
        StringBuilder id = new StringBuilder("sg_");
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(bytes[i] & 31));
        }
        return id.toString();
    }

    /** What was asked for, so that the same request is known again. */
    static String hash(SegmentInput input) {
        JsonNode rule = RuleWriter.write(input.rule());
        return HexFormat.of().formatHex(digest(input.name() + "\n" + rule));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
