package io.rapport.feedback.inbox;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a list of templates. */
@Schema(name = "ReplyTemplatePage")
record ReplyTemplatePage(
        List<ReplyTemplateItem> items,

        @Schema(nullable = true, description = "The cursor of the next page; null on the last one.")
        String next) {}
