package io.rapport.metrics.segment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A segment as it is shown. */
@Schema(name = "Segment", description = "Whom a rule holds.")
public record SegmentView(
        @Schema(examples = "sg_k3v7q2m4n5p6r7s2") String id,
        @Schema(examples = "Lapsing pros") String name,

        @Schema(implementation = RuleInput.class, description = "As it is asked for.")
        JsonNode rule,

        @Schema(
                description = "The rule as a sentence.",
                examples = "Customers whose plan is “pro” and whose last order was at least 30 days ago.")
        String words,

        @Schema(description = "Whether every business has it; it can be neither changed nor deleted.")
        boolean readyMade,

        @Schema(nullable = true, description = "Raised by each change; null of a ready-made one.")
        Integer version,

        @Schema(nullable = true) Instant createdAt,

        @Schema(nullable = true, description = "The key that saved it.")
        String createdBy,

        @Schema(nullable = true) Instant changedAt) {

    static SegmentView of(SegmentRow row) {
        return new SegmentView(
                row.id(),
                row.name(),
                RuleWriter.write(row.rule()),
                RuleWords.of(row.rule()),
                false,
                row.version(),
                row.createdAt(),
                row.createdBy(),
                row.changedAt());
    }

    static SegmentView of(Rule.Saved ready) {
        return new SegmentView(
                ready.id(),
                ready.name(),
                RuleWriter.write(ready.rule()),
                RuleWords.of(ready.rule()),
                true,
                null,
                null,
                null,
                null);
    }
}
