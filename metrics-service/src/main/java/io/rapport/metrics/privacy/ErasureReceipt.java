package io.rapport.metrics.privacy;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is, or was, done to forget a person; of whom, it doesn't say. */
@Schema(
        name = "Erasure",
        description =
                "What is, or was, done to forget a person, by the services that knew them. Of whom, it doesn't say.")
record ErasureReceipt(
        @Schema(examples = "er_k3v7q2m4n5p6r7s2") String id,

        @Schema(
                enumeration = {"running", "done"},
                description = "`done` when every part is.")
        String state,

        Instant requestedAt,
        @Schema(nullable = true) Instant finishedAt,
        List<Part> parts) {

    private static final String SERVICE = "metrics-service";

    /** What one service did. */
    @Schema(name = "ErasurePart", description = "What one service did.")
    record Part(
            @Schema(examples = SERVICE) String service,
            @Schema(enumeration = {"running", "done"}) String state,
            @Schema(nullable = true) Instant finishedAt,
            Removed removed,
            Anonymised anonymised) {}

    /** How many of each are gone. */
    @Schema(name = "ErasureRemoved", description = "How many of each are gone; so far, while it is running.")
    record Removed(
            long events,

            @Schema(description = "Visits that were the customer's; what others did in them is counted anew.")
            long visits,

            @Schema(description = "Links between the customer's ids, undone ones too.")
            long links,

            @Schema(description = "Values of traits, earlier ones too.")
            long traits,

            @Schema(description = "Rejected rows of imports that name the customer.")
            long rejectedRows) {}

    /** How many of each remain, and name nobody. */
    @Schema(name = "ErasureAnonymised", description = "How many of each remain as figures, and name nobody.")
    record Anonymised(
            @Schema(description = "What metrics know of feedback: ratings, answers and readings, never a text.")
            long feedback) {}

    static ErasureReceipt of(Erasure one) {
        Part part = part(one);
        return new ErasureReceipt(one.id(), part.state(), one.requestedAt(), one.finishedAt(), List.of(part));
    }

    static Part part(Erasure one) {
        Erasure.Counts counts = one.counts();
        return new Part(
                SERVICE,
                one.state() == Erasure.State.DONE ? "done" : "running",
                one.finishedAt(),
                new Removed(counts.events(), counts.visits(), counts.links(), counts.traits(), counts.rejected()),
                new Anonymised(counts.feedback()));
    }
}
