package io.rapport.metrics.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.UUID;

/**
 * What makes an event itself: a business counts each once.
 *
 * @param hash 128 bits of SHA-256 over source and id
 */
record EventKey(String business, UUID hash) implements Comparable<EventKey> {
    private static final Comparator<EventKey> ORDER =
            Comparator.comparing(EventKey::business).thenComparing(EventKey::hash);

    static EventKey of(String business, Event event) {
        return of(business, event.source(), event.id());
    }

    static EventKey of(String business, String source, String id) {
        // Neither holds a NUL, so it parts them.
        byte[] text = (source + '\0' + id).getBytes(StandardCharsets.UTF_8);
        ByteBuffer hash = ByteBuffer.wrap(sha256(text));
        return new EventKey(business, new UUID(hash.getLong(), hash.getLong()));
    }

    @Override
    public int compareTo(EventKey other) {
        return ORDER.compare(this, other);
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
