package io.rapport.frame.imports;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A file of facts, and how far it is.
 *
 * @param mapping where each member of a fact is found in a row; null where the columns are called as the members are
 * @param failure why it ended before its last row; null where it didn't
 * @param columns the first line of a CSV file; null until it was read
 * @param rows how many rows were read: those that came after are still to be
 * @param firstAt when the first of its events happened; null where it has none
 */
public record DataImport(
        String business,
        String id,
        String kind,
        String format,
        String fileName,
        Mapping mapping,
        State state,
        String failure,
        List<String> columns,
        long bytes,
        long rows,
        long accepted,
        long duplicates,
        long rejected,
        Instant firstAt,
        Instant lastAt,
        Instant createdAt,
        String createdBy,
        Instant finishedAt) {
    static final String CSV = "csv";
    static final String JSON_LINES = "jsonl";

    /** As what all that it brings is recorded. */
    public String recordedBy() {
        return "import:" + id;
    }

    /** How far it is. */
    public enum State {
        RECEIVING,
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        REMOVING,
        REMOVED;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
