package io.rapport.metrics.privacy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
    private static final String RUNNING = "running";
    private static final String DONE = "done";

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
            long rejectedRows,

            @Schema(description = "What was said: texts, ratings and answers.")
            long feedback,

            @Schema(description = "Earlier revisions of that.")
            long revisions,

            @Schema(description = "What was answered to it.")
            long replies,

            @Schema(description = "What was noted on it.") long notes,

            @Schema(description = "Raw deliveries of connections that carried it or named the customer.")
            long deliveries) {}

    /** How many of each remain, and name nobody. */
    @Schema(name = "ErasureAnonymised", description = "How many of each remain as figures, and name nobody.")
    record Anonymised(
            @Schema(description = "What metrics know of feedback: ratings, answers and readings, never a text.")
            long feedback) {}

    static ErasureReceipt of(Erasure one, Optional<FeedbackPart> feedback) {
        List<Part> parts = Stream.concat(Stream.of(part(one)), feedback.stream().map(ErasureReceipt::part))
                .toList();
        boolean done = parts.stream().allMatch(part -> part.finishedAt() != null);
        Instant last = parts.stream()
                .map(Part::finishedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new ErasureReceipt(one.id(), done ? DONE : RUNNING, one.requestedAt(), done ? last : null, parts);
    }

    static Part part(Erasure one) {
        Erasure.Counts counts = one.counts();
        return new Part(
                SERVICE,
                one.state() == Erasure.State.DONE ? DONE : RUNNING,
                one.finishedAt(),
                new Removed(
                        counts.events(),
                        counts.visits(),
                        counts.links(),
                        counts.traits(),
                        counts.rejected(),
                        0,
                        0,
                        0,
                        0,
                        0),
                new Anonymised(counts.feedback()));
    }

    private static Part part(FeedbackPart part) {
        return new Part(
                FeedbackPart.SERVICE,
                part.isDone() ? DONE : RUNNING,
                part.finishedAt(),
                new Removed(
                        0,
                        0,
                        0,
                        0,
                        part.count("rejectedRows"),
                        part.count("feedback"),
                        part.count("revisions"),
                        part.count("replies"),
                        part.count("notes"),
                        part.count("deliveries")),
                new Anonymised(0));
    }
}
