package io.rapport.feedback.survey;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a business's surveys. */
@Schema(name = "SurveyPage")
record SurveyPage(
        List<SurveyItem> items,

        @Schema(nullable = true, description = "The cursor of the next page; null on the last one.")
        String next) {}
