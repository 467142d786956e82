package io.rapport.feedback.review;

import io.rapport.feedback.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the business answered to a feedback. */
@Schema(name = "FeedbackReply", description = "The business's answer to a feedback.")
public record ReplyItem(
        @Schema(examples = "Thank you, we have opened a second till.")
        String text,

        @Schema(nullable = true, description = "Who signs it.", examples = "Mia")
        String author,

        @Schema(description = "When it was first answered.") Instant at,

        @Schema(
                enumeration = {"to_be_posted", "posted"},
                description = "Whether it stands where the feedback does, or is still to be posted there.")
        String state,

        @Schema(nullable = true, description = "When the text was last changed; null if never.")
        Instant editedAt,

        @Schema(nullable = true, description = "Since when it stands there; null until it does.")
        Instant postedAt,

        @Schema(nullable = true, description = "The template that it was made from.")
        String templateId,

        @Schema(
                nullable = true,
                description =
                        "How far it is on its way to where the feedback stands; null where it is posted there by hand.")
        Sending sending) {
    public static final String TO_BE_POSTED = "to_be_posted";
    public static final String POSTED = "posted";

    /** How far a reply is on its way. */
    @Schema(name = "FeedbackReplySending", description = "How far a reply is on its way to where the feedback stands.")
    public record Sending(
            @Schema(
                    enumeration = {"waiting", "sent", "failed"},
                    description = "`failed`: it is to be posted by hand, or tried again by marking it `to_be_posted`.")
            String state,

            @Schema(nullable = true, description = "Why it failed, or is not there yet.")
            String reason) {}

    /** The columns that a row needs for {@link #read}. */
    public static final String COLUMNS =
            "text, author, answered_at, state, edited_at, posted_at, template_id, sending, sending_reason";

    public static ReplyItem read(ResultSet row) throws SQLException {
        return new ReplyItem(
                row.getString("text"),
                row.getString("author"),
                Sql.instant(row, "answered_at"),
                row.getString("state"),
                Sql.instant(row, "edited_at"),
                Sql.instant(row, "posted_at"),
                row.getString("template_id"),
                row.getString("sending") == null
                        ? null
                        : new Sending(row.getString("sending"), row.getString("sending_reason")));
    }
}
