package io.rapport.metrics.segment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A segment with how many customers it has. */
@Schema(name = "SizedSegment", description = "Whom a rule holds, and how many they are.")
public record SizedSegmentView(
        @Schema(examples = "sg_k3v7q2m4n5p6r7s2") String id,
        @Schema(examples = "Lapsing pros") String name,

        @Schema(implementation = RuleInput.class) JsonNode rule,

        @Schema(description = "The rule as a sentence.") String words,

        boolean readyMade,
        @Schema(nullable = true) Integer version,
        @Schema(nullable = true) Instant createdAt,
        @Schema(nullable = true) String createdBy,
        @Schema(nullable = true) Instant changedAt,

        @Schema(description = "The day at whose end it was looked at.")
        LocalDate asOf,

        @Schema(description = "How many customers it has.") long size,

        @Schema(description = "How many customers were known by then.")
        long customers) {

    static SizedSegmentView of(SegmentView it, LocalDate asOf, Memberships.Size size) {
        return new SizedSegmentView(
                it.id(),
                it.name(),
                it.rule(),
                it.words(),
                it.readyMade(),
                it.version(),
                it.createdAt(),
                it.createdBy(),
                it.changedAt(),
                asOf,
                size.members(),
                size.customers());
    }
}
