package io.rapport.metrics.retention;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.math.KaplanMeier;
import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.Figure;
import io.rapport.metrics.metric.MetricQuery;
import io.rapport.metrics.metric.WholeMetric;
import io.rapport.metrics.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long customers stay: the Kaplan–Meier curve of the time from a customer's first purchase (in the period) until they are
 * lost, which without a contract is one inactivity window after their last. Unit: days. Who isn't lost yet is censored at
 * {@code asOf}. Null median while more than half are still there.
 */
@ApplicationScoped
class CustomerSurvival implements WholeMetric {
    private static final double SECONDS_A_DAY = 86_400;

    @Override
    public Description description() {
        return new Description(
                "survival",
                "Customer lifetime",
                "Which share of customers is still with you so many days after their first purchase.",
                "curve",
                "ratio",
                "higher",
                1);
    }

    @Override
    public FactSource source() {
        return Purchases.SOURCE;
    }

    @Override
    public Figure figure(Connection connection, Business business, MetricQuery query, Instant asOf)
            throws SQLException {
        List<KaplanMeier.Lifetime> lifetimes = Sql.of("select min(f.occurred_at) as first, max(f.occurred_at) as last")
                .add(Purchases.until(asOf, business, query))
                .add(
                        "group by f.customer_id having min(f.occurred_at) >= ? and min(f.occurred_at) < ?",
                        query.period().start(business.zone()),
                        query.period().end(business.zone()))
                .list(connection, row -> lifetime(row, business, asOf));
        KaplanMeier curve = KaplanMeier.of(lifetimes, query.level());
        List<Figure.CurvePoint> points = curve.steps().stream()
                .map(step ->
                        new Figure.CurvePoint(step.time(), step.survival(), step.low(), step.high(), step.atRisk()))
                .toList();
        long n = lifetimes.size();
        return new Figure.Curve(
                points, curve.median(), "days", n, Figure.reliability(n), n == 0 ? Figure.NO_DATA : null);
    }

    private static KaplanMeier.Lifetime lifetime(ResultSet row, Business business, Instant asOf) throws SQLException {
        Instant first = Sql.instant(row, "first");
        Instant lost = Sql.instant(row, "last").plus(Duration.ofDays(business.inactivityDays()));
        return lost.isAfter(asOf)
                ? new KaplanMeier.Lifetime(days(first, asOf), false)
                : new KaplanMeier.Lifetime(days(first, lost), true);
    }

    /** Whole days, so that the curve has no more steps than days. */
    private static double days(Instant from, Instant to) {
        return Math.floor(Duration.between(from, to).toSeconds() / SECONDS_A_DAY);
    }
}
