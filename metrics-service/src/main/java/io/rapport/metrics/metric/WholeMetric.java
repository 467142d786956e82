package io.rapport.metrics.metric;

import io.rapport.metrics.business.Business;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/** A metric that is one figure of its own making for a whole period: a matrix or a curve. */
public non-sealed interface WholeMetric extends Metric {

    /** @param asOf up to which moment facts are known */
    Figure figure(Connection connection, Business business, MetricQuery query, Instant asOf) throws SQLException;

    /** Why there is neither a series nor a comparison of it, as the rule of a problem. */
    default String whyOne() {
        return "is not offered for this metric: it is one figure of the whole period";
    }

    /** Whether a question asks for more than one figure. */
    default boolean isBrokenDown(MetricQuery query) {
        return query.by().isPresent();
    }

    /** The figures of the keys of the dimension that was asked for, the largest first; only of a metric that has breakdowns. */
    default Map<String, Figure> breakdown(Connection connection, Business business, MetricQuery query, Instant asOf)
            throws SQLException {
        return Map.of();
    }
}
