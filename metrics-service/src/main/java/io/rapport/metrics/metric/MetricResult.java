package io.rapport.metrics.metric;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.metrics.math.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a question about one metric.
 *
 * @param from the first day of the period, in the business's time zone
 * @param to the day after its last
 * @param series null where no interval was asked for
 * @param breakdown null where none was asked for; the largest 1,000 keys and {@code (other)}
 * @param asOf every fact acknowledged before this moment is counted
 * @param keptFrom the first day of which events are kept, where older ones were removed and the answer may rest on events
 * @param evidence where the facts are that the total counts
 */
public record MetricResult(
        MetricName metric,
        LocalDate from,
        LocalDate to,
        Total total,

        @Schema(nullable = true, description = "Null where no interval was asked for.")
        List<SeriesElement> series,

        @Schema(nullable = true, description = "Null where none was asked for; the largest 1,000 keys and `(other)`.")
        List<BreakdownElement> breakdown,

        @Schema(nullable = true, description = "Every fact acknowledged before this moment is counted.")
        Instant asOf,

        @Schema(
                nullable = true,
                description =
                        "The first day of which events are kept, where the business's setting `privacy.keepEventsMonths` has"
                                + " removed older ones and the answer may rest on events; else null. What began before it and can't be"
                                + " told from sums has the reason `removed`.")
        LocalDate keptFrom,

        @Schema(
                nullable = true,
                description = "Where the facts are that the total counts.",
                examples = "/v1/metrics/bounce_rate/evidence?from=2026-01-01&to=2026-04-01")
        String evidence) {

    /** Which metric, by which version of its definition. */
    public record MetricName(
            @Schema(examples = "bounce_rate") String id,
            @Schema(examples = "Bounce rate") String name,

            @Schema(enumeration = {"scalar", "distribution", "matrix", "curve"})
            String shape,

            @Schema(examples = "ratio") String unit,

            @Schema(enumeration = {"higher", "lower", "neither"})
            String better,

            @Schema(description = "The version of its definition.")
            int version) {
        static MetricName of(Metric.Description description) {
            return new MetricName(
                    description.id(),
                    description.name(),
                    description.shape(),
                    description.unit(),
                    description.better(),
                    description.version());
        }
    }

    /** The whole period. */
    @Schema(name = "Total", description = "The whole period.", allOf = FigureMembers.class)
    public record Total(
            @JsonUnwrapped Figure figure,

            @Schema(nullable = true, description = "Null where no comparison was asked for.")
            Change change) {}

    /** One interval of the period; {@code change} is null. */
    @Schema(name = "SeriesElement", description = "One interval of the period.", allOf = FigureMembers.class)
    public record SeriesElement(
            LocalDate from,
            LocalDate to,
            @JsonUnwrapped Figure figure,
            @Schema(nullable = true) Change change) {}

    /** One value of the dimension; {@code change} is null. */
    @Schema(name = "BreakdownElement", description = "One value of the dimension.", allOf = FigureMembers.class)
    public record BreakdownElement(
            @Schema(nullable = true, description = "Null where the facts don't say.", examples = "search")
            String key,

            @JsonUnwrapped Figure figure,
            @Schema(nullable = true) Change change) {}

    /**
     * What has changed since another period.
     *
     * @param previous the value then
     * @param absolute now minus then; null where either is
     * @param relative that as a share of then; null where then was 0
     * @param interval of the absolute change; null for complete counts
     */
    public record Change(
            LocalDate from,
            LocalDate to,

            @Schema(implementation = Quantity.class, nullable = true, description = "The value then.")
            Number previous,

            @Schema(
                    implementation = Quantity.class,
                    nullable = true,
                    description = "Now minus then; null where either is.")
            Number absolute,

            @Schema(nullable = true, description = "That as a share of then; null where then was 0.")
            Double relative,

            @Schema(nullable = true, description = "Of the absolute change; null for complete counts.")
            Interval interval) {}
}
