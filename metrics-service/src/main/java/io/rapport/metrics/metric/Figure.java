package io.rapport.metrics.metric;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.rapport.metrics.math.Interval;
import io.rapport.metrics.math.Proportions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a metric found, in one of four shapes, always with what it rests on. */
public sealed interface Figure {
    String OK = "ok";
    String LOW = "low";
    String NO_DATA = "no_data";

    /** How many observations it rests on. */
    long n();

    static String reliability(long n) {
        return n < Measure.SMALL ? LOW : OK;
    }

    /**
     * One number.
     *
     * @param value null where it can't be computed; never NaN
     * @param numerator what was counted or summed
     * @param denominator what it was divided by; null for a plain count
     * @param interval null for a complete count, and where nothing can be said of the spread
     * @param reliability {@code ok}, or {@code low} below the size at which the interval means something
     * @param reason why the value is null
     * @param also what a metric tells beside, by the names of the members of the answer
     */
    record Scalar(
            Number value,
            Number numerator,
            Number denominator,
            long n,
            Interval interval,
            String reliability,
            String reason,
            @JsonAnyGetter Map<String, Object> also)
            implements Figure {

        public Scalar(
                Number value,
                Number numerator,
                Number denominator,
                long n,
                Interval interval,
                String reliability,
                String reason) {
            this(value, numerator, denominator, n, interval, reliability, reason, Map.of());
        }

        public static Scalar noData() {
            return new Scalar(null, 0, 0L, 0, null, LOW, NO_DATA);
        }

        /** The same with more members; a null one is written as null. */
        public Scalar with(String member, Object content) {
            Map<String, Object> more = new LinkedHashMap<>(also);
            more.put(member, content);
            return new Scalar(value, numerator, denominator, n, interval, reliability, reason, more);
        }
    }

    /** How observations spread over named parts. */
    record Distribution(List<Part> parts, long n, String reliability, String reason) implements Figure {}

    /**
     * One part of a distribution.
     *
     * @param share of all observations, from 0 to 1; null where there are none
     */
    record Part(
            @Schema(examples = "positive") String key,
            long count,
            @Schema(nullable = true) Double share,
            @Schema(nullable = true) Interval interval) {
        static Part of(String key, long count, long n, double level) {
            return n == 0
                    ? new Part(key, 0, null, null)
                    : new Part(key, count, (double) count / n, Proportions.wilson(count, n, level));
        }
    }

    /**
     * Cohorts by how long after their beginning.
     *
     * @param basis by what it is told who is still there; null where nothing tells
     */
    record Matrix(List<Row> rows, long n, String reliability, String reason, String basis) implements Figure {}

    /**
     * One cohort.
     *
     * @param key the month in which it began
     * @param size how many are in it
     */
    record Row(@Schema(examples = "2026-01") String key, long size, List<Cell> cells) {}

    /**
     * A cohort so many months on.
     *
     * @param value null while that month isn't over
     * @param reason {@code immature} then
     */
    record Cell(
            int offset,
            @Schema(nullable = true) Double value,
            long n,
            @Schema(nullable = true) Interval interval,
            @Schema(nullable = true, examples = "immature") String reason) {
        public static final String IMMATURE = "immature";
    }

    /**
     * A function of time.
     *
     * @param median where the curve falls to one half; null while it stays above
     * @param medianInterval null where nothing bounds it
     * @param test of whether the parts of a breakdown differ; null without one
     * @param unit the unit of time
     */
    record Curve(
            List<CurvePoint> points,
            Double median,
            MedianInterval medianInterval,
            String unit,
            long n,
            String reliability,
            String reason,
            CurveTest test)
            implements Figure {

        public Curve(List<CurvePoint> points, Double median, String unit, long n, String reliability, String reason) {
            this(points, median, null, unit, n, reliability, reason, null);
        }

        /** The same with a test of whether its parts differ. */
        public Curve with(CurveTest test) {
            return new Curve(points, median, medianInterval, unit, n, reliability, reason, test);
        }
    }

    /** Where a curve falls to one half, by its band; null where an end of it doesn't. */
    @Schema(name = "MedianInterval")
    record MedianInterval(
            @Schema(nullable = true) Double low,
            @Schema(nullable = true) Double high,
            double level,
            @Schema(examples = "brookmeyer-crowley") String method) {}

    /**
     * Whether the curves of a breakdown differ.
     *
     * @param p the probability of as great a difference by chance
     */
    @Schema(name = "CurveTest", description = "Whether the curves of a breakdown differ.")
    record CurveTest(
            @Schema(examples = "log-rank") String method,
            double chiSquared,
            int degrees,

            @Schema(
                    nullable = true,
                    description =
                            "The probability of as great a difference by chance; null where there is nothing to compare.")
            Double p) {}

    /**
     * A step of a curve.
     *
     * @param t since the beginning
     * @param atRisk how many were still under observation just before
     */
    record CurvePoint(
            double t,
            double value,
            @Schema(nullable = true) Double low,
            @Schema(nullable = true) Double high,
            long atRisk,

            @Schema(nullable = true, description = "Of the value; null where it is 0 or isn't known.")
            Double standardError) {}
}
