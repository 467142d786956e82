package io.rapport.feedback.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A template as a business sends it, whole: to make one, or in place of another. */
@Schema(
        name = "ReplyTemplateInput",
        requiredProperties = {"name", "text"},
        additionalProperties = Schema.False.class)
record ReplyTemplateInput(
        @Schema(minLength = 1, maxLength = 100, examples = "Thanks")
        String name,

        @Schema(
                minLength = 1,
                maxLength = LONGEST_TEXT,
                description = "May hold `{author}`, `{product}` and `{location}`, with what to say where the feedback"
                        + " doesn't tell: `{author|there}`.",
                examples = "Thank you, {author|dear guest}!")
        String text,

        @Schema(nullable = true, maxLength = 35, examples = "en")
        String language) {
    private static final int LONGEST_TEXT = 5_000;
    private static final Pattern BLANK = Pattern.compile("\\{[^{}]*}");

    static ReplyTemplateInput read(JsonNode body) {
        JsonInput input = JsonInput.object(body);
        String name = input.requiredText("name", 100);
        String text = input.requiredText("text", LONGEST_TEXT);
        String language = input.text("language", 35);
        Matcher blank = text == null ? null : BLANK.matcher(text);
        while (blank != null && blank.find()) {
            if (!TemplateText.BLANK.matcher(blank.group()).matches()) {
                input.refuse("text", "must hold no blanks but {author}, {product} and {location}");
            }
        }
        input.finish();
        return new ReplyTemplateInput(name, text, language);
    }
}
