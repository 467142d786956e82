package io.rapport.feedback.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two versions say the same: a SHA-256 over all the fields of the content. */
final class ContentHash {
    private ContentHash() {}

    static String of(FeedbackContent content) {
        MessageDigest digest = sha256();
        add(digest, content.kind());
        add(digest, content.text());
        add(digest, content.rating());
        add(digest, content.author());
        add(digest, content.visitorId());
        add(digest, content.channel());
        add(digest, content.occurredAt());
        add(digest, content.language());
        add(digest, content.url());
        add(digest, content.page());
        add(digest, content.touchpoint());
        add(digest, content.product());
        add(digest, content.location());
        add(digest, content.survey());
        return HexFormat.of().formatHex(digest.digest());
    }

    /** With its length before it, so that no two lists of fields run together to the same bytes. */
    private static void add(MessageDigest digest, Object field) {
        byte[] bytes = field == null ? new byte[0] : field.toString().getBytes(StandardCharsets.UTF_8);
        digest.update((field == null ? "-" : bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
