package io.rapport.feedback.inbox;

import io.rapport.feedback.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody of the business noted on a feedback. */
@Schema(
        name = "FeedbackNote",
        description = "What somebody of the business noted on a feedback; customers don't see it.")
record NoteItem(
        @Schema(examples = "no_abcdefghijklmnop") String id,
        @Schema(examples = "Called her back.") String text,

        @Schema(nullable = true, description = "Who wrote it.", examples = "Mia")
        String author,

        Instant at) {

    static NoteItem read(ResultSet row) throws SQLException {
        return new NoteItem(
                row.getString("id"), row.getString("text"), row.getString("author"), Sql.instant(row, "written_at"));
    }

    /** A list of them. */
    @Schema(name = "FeedbackNotes")
    record Notes(
            @Schema(description = "In the order in which they were written.")
            List<NoteItem> items) {}

    /** Documents the body of a new one. */
    @Schema(
            name = "FeedbackNoteInput",
            requiredProperties = {"text"},
            additionalProperties = Schema.False.class)
    record Input(
            @Schema(minLength = 1, maxLength = 10_000, examples = "Called her back.")
            String text,

            @Schema(nullable = true, maxLength = 200, examples = "Mia")
            String author) {}
}
