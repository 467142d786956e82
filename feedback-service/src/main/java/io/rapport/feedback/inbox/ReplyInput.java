package io.rapport.feedback.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.review.ReplyItem;
import io.rapport.frame.json.JsonInput;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a business sends to answer a feedback. */
@Schema(
        name = "FeedbackReplyInput",
        description = "A text, or the template that it is made from.",
        additionalProperties = Schema.False.class)
record ReplyInput(
        @Schema(
                nullable = true,
                minLength = 1,
                maxLength = LONGEST_TEXT,
                description = "Required without a `templateId`.",
                examples = "Thank you, we have opened a second till.")
        String text,

        @Schema(nullable = true, maxLength = 200, description = "Who signs it.", examples = "Mia")
        String author,

        @Schema(
                nullable = true,
                maxLength = 40,
                description = "The template that the text is made from, where none is given.")
        String templateId,

        @Schema(
                nullable = true,
                description = "When it was answered, where that was before now. A change doesn't move it.")
        Instant at,

        @Schema(
                nullable = true,
                enumeration = {"to_be_posted", "posted"},
                defaultValue = ReplyItem.TO_BE_POSTED,
                description = "`posted` where it stands there already.")
        String state) {
    static final int LONGEST_TEXT = 10_000;
    static final List<String> STATES = List.of(ReplyItem.TO_BE_POSTED, ReplyItem.POSTED);

    static ReplyInput read(JsonNode body, Instant now) {
        JsonInput input = JsonInput.object(body);
        String template = input.text("templateId", 40);
        String text = template == null ? input.requiredText("text", LONGEST_TEXT) : input.text("text", LONGEST_TEXT);
        String author = input.text("author", 200);
        Instant at = input.instant("at", now);
        if (at != null && at.isAfter(now)) {
            input.refuse("at", "must not lie in the future");
        }
        String state = input.oneOf("state", STATES);
        input.finish();
        return new ReplyInput(text, author, template, at, state == null ? ReplyItem.TO_BE_POSTED : state);
    }

    ReplyInput saying(String words) {
        return new ReplyInput(words, author, templateId, at, state);
    }

    boolean isPosted() {
        return ReplyItem.POSTED.equals(state);
    }

    /** Documents the body of a change of state. */
    @Schema(
            name = "FeedbackReplyChange",
            requiredProperties = {"state"},
            additionalProperties = Schema.False.class)
    record Change(
            @Schema(
                    enumeration = {"to_be_posted", "posted"},
                    examples = "posted")
            String state) {}
}
