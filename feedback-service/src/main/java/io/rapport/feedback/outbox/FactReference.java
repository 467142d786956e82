package io.rapport.feedback.outbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What names a fact: a revision of a feedback, and how often something had come to it by then: a reading, an answer. */
record FactReference(String business, String source, String id, int revision, int readingSeq) {

    /** The same each time that the fact is sent. */
    UUID factId() {
        String name = String.join("\n", business, source, id, Integer.toString(revision), Integer.toString(readingSeq));
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
