package io.rapport.feedback.inbox;

import io.rapport.feedback.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text from which replies are made. */
@Schema(name = "ReplyTemplate", description = "A text from which replies are made.")
record ReplyTemplateItem(
        @Schema(examples = "rt_abcdefghijklmnop") String id,
        @Schema(examples = "Thanks") String name,

        @Schema(
                description = "`{author}`, `{product}` and `{location}` are filled in from the feedback; what stands"
                        + " after a bar, as in `{author|there}`, where it doesn't say.",
                examples = "Thank you, {author|dear guest}!")
        String text,

        @Schema(nullable = true, examples = "en") String language,
        Instant createdAt,
        Instant updatedAt) {

    static ReplyTemplateItem read(ResultSet row) throws SQLException {
        return new ReplyTemplateItem(
                row.getString("id"),
                row.getString("name"),
                row.getString("text"),
                row.getString("language"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }
}
