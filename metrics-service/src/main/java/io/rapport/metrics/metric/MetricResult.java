package io.rapport.metrics.metric;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.metrics.math.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The answer to a question about one metric.
 *
 * @param from the first day of the period, in the business's time zone
 * @param to the day after its last
 * @param series null where no interval was asked for
 * @param breakdown null where none was asked for; the largest 1,000 keys and {@code (other)}
 * @param asOf every fact acknowledged before this moment is counted
 * @param evidence where the facts are that the total counts
 */
public record MetricResult(
        MetricName metric,
        LocalDate from,
        LocalDate to,
        Total total,
        List<SeriesElement> series,
        List<BreakdownElement> breakdown,
        Instant asOf,
        String evidence) {

    /** Which metric, by which version of its definition. */
    public record MetricName(String id, String name, String shape, String unit, String better, int version) {
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
    public record Total(@JsonUnwrapped Figure figure, Change change) {}

    /** One interval of the period; {@code change} is null. */
    public record SeriesElement(
            LocalDate from, LocalDate to, @JsonUnwrapped Figure figure, Change change) {}

    /** One value of the dimension; {@code change} is null. */
    public record BreakdownElement(
            String key, @JsonUnwrapped Figure figure, Change change) {}

    /**
     * What has changed since another period.
     *
     * @param previous the value then
     * @param absolute now minus then; null where either is
     * @param relative that as a share of then; null where then was 0
     * @param interval of the absolute change; null for complete counts
     */
    public record Change(
            LocalDate from, LocalDate to, Number previous, Number absolute, Double relative, Interval interval) {}
}
