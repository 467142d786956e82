package io.rapport.feedback.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Within how many days whom to answer. */
@Schema(
        name = "FollowUpRule",
        description = "Within how many days of what they said whom to answer.",
        requiredProperties = {"detractorDays", "promoterDays"},
        additionalProperties = Schema.False.class)
record FollowUpRule(
        @Schema(minimum = "0", maximum = "365", examples = "2")
        int detractorDays,

        @Schema(minimum = "0", maximum = "365", examples = "7")
        int promoterDays) {
    static final FollowUpRule USUAL = new FollowUpRule(2, 7);

    static FollowUpRule read(JsonNode body) {
        JsonInput input = JsonInput.object(body);
        Integer detractors = input.requiredInteger("detractorDays", 0, 365);
        Integer promoters = input.requiredInteger("promoterDays", 0, 365);
        input.finish();
        return new FollowUpRule(detractors, promoters);
    }
}
