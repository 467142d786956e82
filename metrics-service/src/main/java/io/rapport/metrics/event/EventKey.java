package io.rapport.metrics.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * What makes an event itself: a business counts each once.
 *
 * @param hash 128 bits of SHA-256 over the business and the hash of source and id
 */
record EventKey(UUID hash) implements Comparable<EventKey> {
    private static final int BYTES = 16;

    static EventKey of(String business, Event event) {
        return of(business, event.source(), event.id());
    }

    /** None of these holds a NUL, so it parts them. */
    static EventKey of(String business, String source, String id) {
        byte[] fact = sha256((source + '\0' + id).getBytes(StandardCharsets.UTF_8));
        byte[] owner = (business + '\0').getBytes(StandardCharsets.UTF_8);
        byte[] both = ByteBuffer.allocate(owner.length + BYTES)
                .put(owner)
                .put(fact, 0, BYTES)
                .array();
        ByteBuffer hash = ByteBuffer.wrap(sha256(both));
        return new EventKey(new UUID(hash.getLong(), hash.getLong()));
    }

    @Override
    public int compareTo(EventKey other) {
        return hash.compareTo(other.hash);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
