package io.rapport.frame.imports;

import io.rapport.frame.imports.Rejections.Rejection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an import is, as it is shown. */
@Schema(name = "Import", description = "A file of facts, and how far it is.")
public record ImportView(
        String id,

        @Schema(enumeration = {"events", "customers", "orders", "spend", "feedback"})
        String kind,

        @Schema(enumeration = {"csv", "jsonl"}) String format,

        @Schema(nullable = true) String fileName,

        @Schema(
                enumeration = {"waiting", "running", "done", "failed", "removing", "removed"},
                description = "`failed`: the file could not be read to its end; what came before is stored.")
        String state,

        @Schema(nullable = true, description = "Why it failed.")
        String failure,

        @Schema(description = "How large the file is.") long bytes,

        @Schema(description = "How many rows were read so far.")
        long rows,

        @Schema(description = "Of these, how many were new.")
        long accepted,

        @Schema(description = "How many had been stored before.")
        long duplicates,

        @Schema(description = "How many break a rule.") long rejected,

        @Schema(nullable = true, description = "Of the first 1,000 rejected rows; null in a list of imports.")
        List<Error> errors,

        @Schema(nullable = true, description = "Where all rejected rows are.")
        String rejectedRows,

        Instant createdAt,
        String createdBy,
        @Schema(nullable = true) Instant finishedAt) {

    /** A rule that a row breaks. */
    @Schema(name = "ImportError")
    public record Error(
            @Schema(description = "The number of the row, from 1; the line that names the columns isn't one.")
            long row,

            @Schema(nullable = true) String field,
            String detail) {}

    /** A page of imports, newest first. */
    @Schema(name = "ImportPage")
    public record Page(
            List<ImportView> items,

            @Schema(nullable = true, description = "The cursor of the next page; null on the last one.")
            String next) {}

    /** @param rejections the first ones; null where they aren't to be shown */
    static ImportView of(DataImport one, List<Rejection> rejections) {
        return new ImportView(
                one.id(),
                one.kind(),
                one.format(),
                one.fileName(),
                one.state().text(),
                one.failure(),
                one.bytes(),
                one.rows(),
                one.accepted(),
                one.duplicates(),
                one.rejected(),
                rejections == null ? null : errors(rejections),
                one.rejected() == 0 ? null : "/v1/imports/" + one.id() + "/rejected",
                one.createdAt(),
                one.createdBy(),
                one.finishedAt());
    }

    private static List<Error> errors(List<Rejection> rejections) {
        return rejections.stream()
                .flatMap(rejection -> rejection.errors().stream()
                        .map(error -> new Error(rejection.number(), error.field(), error.detail())))
                .toList();
    }
}
