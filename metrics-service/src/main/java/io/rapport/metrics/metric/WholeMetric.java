package io.rapport.metrics.metric;

import io.rapport.metrics.business.Business;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** A metric that is one figure of its own making for a whole period: a matrix or a curve. */
public non-sealed interface WholeMetric extends Metric {

    /** @param asOf up to which moment facts are known */
    Figure figure(Connection connection, Business business, MetricQuery query, Instant asOf) throws SQLException;
}
