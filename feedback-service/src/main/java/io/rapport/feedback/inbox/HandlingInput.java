package io.rapport.feedback.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change of how a feedback is handled: what is not sent stays. */
@Schema(
        name = "FeedbackHandlingChange",
        description = "What is not sent stays as it is; null takes it away.",
        additionalProperties = Schema.False.class)
record HandlingInput(
        @Schema(
                enumeration = {"open", "in_progress", "done"},
                examples = "in_progress")
        String state,

        @Schema(nullable = true, maxLength = 200, description = "Who looks after it.", examples = "mia")
        String assignee,

        @Schema(nullable = true, maxItems = MOST_TAGS, description = "All of them.", examples = "[\"queue\"]")
        List<String> tags,

        @Schema(nullable = true, description = "Until when it is to be done.", examples = "2026-03-03T17:00:00Z")
        Instant dueAt,

        @Schema(hidden = true) Set<String> sent) {
    static final List<String> STATES = List.of("open", "in_progress", "done");
    private static final int MOST_TAGS = 20;

    static HandlingInput read(JsonNode body) {
        JsonInput input = JsonInput.object(body);
        String state = body.has("state") ? input.requiredOneOf("state", STATES) : null;
        String assignee = input.text("assignee", 200);
        List<String> tags = input.texts("tags", MOST_TAGS, 50);
        if (tags.stream().anyMatch(String::isBlank)) {
            input.refuse("tags", "must not be blank");
        }
        Instant due = due(input);
        input.finish();
        Set<String> sent = new TreeSet<>();
        body.fieldNames().forEachRemaining(sent::add);
        return new HandlingInput(state, assignee, tags, due, sent);
    }

    /** Unlike a fact's instant, mostly in the future. */
    private static Instant due(JsonInput input) {
        String text = input.text("dueAt", 40);
        if (text == null) {
            return null;
        }
        try {
            OffsetDateTime due = OffsetDateTime.parse(text);
            return due.getYear() >= 1970 && due.getYear() <= 2100
                    ? due.toInstant()
                    : input.refuse("dueAt", "must lie in the years 1970 to 2100");
        } catch (DateTimeParseException malformed) {
            return input.refuse("dueAt", "must be an RFC 3339 instant such as 2026-03-01T09:30:00Z");
        }
    }
}
