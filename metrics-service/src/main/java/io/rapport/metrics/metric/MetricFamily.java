package io.rapport.metrics.metric;

import java.util.List;

/** Metrics that count the same sort of facts. A new one is a bean of this type, in the folder of its facts. */
public interface MetricFamily {
    List<Metric> metrics();
}
