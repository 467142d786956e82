package io.rapport.metrics.metric;

import java.util.List;

/** A metric: what it means, and how it is found. One definition, one place. */
public sealed interface Metric permits AggregatedMetric, ParameterizedMetric, WholeMetric {

    Description description();

    /** What it can be broken down and restricted by. */
    FactSource source();

    /** Its own parameters, beside those of every question. */
    default List<Parameter> parameters() {
        return List.of();
    }

    default List<String> breakdowns() {
        return List.of();
    }

    /**
     * A metric in words.
     *
     * @param id its name in the API
     * @param name its name for people
     * @param text what it means, in one or two plain sentences
     * @param shape scalar, distribution, matrix or curve
     * @param unit count, ratio, score, points, months …
     * @param better higher, lower or neither
     * @param version raised whenever the definition changes, so that old figures can be told from new ones
     */
    record Description(String id, String name, String text, String shape, String unit, String better, int version) {}
}
