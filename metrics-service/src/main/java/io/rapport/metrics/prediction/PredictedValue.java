package io.rapport.metrics.prediction;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.math.Interval;
import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.Figure;
import io.rapport.metrics.metric.MetricQuery;
import io.rapport.metrics.metric.Money;
import io.rapport.metrics.metric.MoneyFact;
import io.rapport.metrics.metric.Parameter;
import io.rapport.metrics.metric.Period;
import io.rapport.metrics.metric.Scope;
import io.rapport.metrics.metric.SegmentFilter;
import io.rapport.metrics.metric.WholeMetric;
import io.rapport.metrics.sql.Sql;
import io.rapport.models.interval.Bootstrap;
import io.rapport.models.purchase.LifetimeValue;
import io.rapport.models.purchase.PurchaseModel;
import io.rapport.models.purchase.SpendModel;
import io.rapport.models.purchase.Spending;
import io.rapport.models.retention.RetentionModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a customer is expected to bring in from the period's end on: purchases (BG/NBD) times what they are worth (Gamma-Gamma),
 * month by month over a horizon, discounted; and of who subscribes the renewals to come (sBG) at what the subscription costs. Mean
 * over all who had ordered or subscribed by then. Money; null until a model was fitted. Interval: BCa over customers, which says
 * nothing of whether the models are right. By the models of today, so there is no series, and no past to compare with.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, K. L. Lee, <i>RFM and CLV</i>, Journal of Marketing Research 42 (2005).
 */
@ApplicationScoped
class PredictedValue implements WholeMetric {
    private static final FactSource SOURCE = new FactSource(
            "value_fact",
            "occurred_at",
            "seq",
            "type = 'purchase' and set_aside is null and customer_id is not null",
            FactSource.columns("channel", "campaign", "location", "product"),
            "",
            MoneyFact::read,
            FactSource.Freshness.WHEN_DERIVED);

    private static final String HORIZON = "horizon";
    private static final String DISCOUNT = "discount";
    private static final double MONTH = 365 / 84.0;
    private static final int REPLICATES = 1_000;
    private static final int MOST_RESAMPLED = 3_000;

    private final FitTable fits;

    PredictedValue(FitTable fits) {
        this.fits = fits;
    }

    @Override
    public Description description() {
        return new Description(
                "cltv_predicted",
                "Predicted customer value",
                "What a customer you have by the period's end is expected to bring in over the months that follow, in today's"
                        + " money: how often they will buy times what they spend, and what subscriptions will renew.",
                "scalar",
                "money",
                "higher",
                1);
    }

    @Override
    public FactSource source() {
        return SOURCE;
    }

    @Override
    public String whyOne() {
        return "is not offered for this metric: predictions are as of the models' last fit";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter(
                        HORIZON,
                        Pattern.compile("[1-9]\\d?|1[01]\\d|120"),
                        "a number of months from 1 to 120; 12 if not given"),
                new Parameter(
                        DISCOUNT,
                        Pattern.compile("0(\\.\\d{1,6})?"),
                        "a discount per month such as 0.01, less than 1; 0.01 if not given"));
    }

    @Override
    public Figure figure(Connection connection, Business business, MetricQuery query, Instant asOf)
            throws SQLException {
        Models models = models(connection, business);
        int months = Integer.parseInt(query.arguments().getOrDefault(HORIZON, "12"));
        double discount = Double.parseDouble(query.arguments().getOrDefault(DISCOUNT, "0.01"));
        Map<String, Double> values = new HashMap<>();
        purchases(connection, business, query, models, new LifetimeValue(months, MONTH, discount), values);
        if (query.segment().isEverything()) {
            subscriptions(connection, business, query.period(), models, months, discount, values);
        }
        return values.isEmpty() || models.isEmpty()
                ? noData(business)
                : figure(
                        values.values().stream()
                                .mapToDouble(value -> value)
                                .sorted()
                                .toArray(),
                        business,
                        query.level());
    }

    /** Those of the latest fits; null where there is none, or it says nothing. */
    private record Models(PurchaseModel purchases, SpendModel spending, RetentionModel renewals) {
        boolean isEmpty() {
            return (purchases == null || spending == null) && renewals == null;
        }
    }

    private Models models(Connection connection, Business business) throws SQLException {
        Fitting purchases = latest(connection, business, ModelName.BG_NBD);
        Fitting spending = latest(connection, business, ModelName.GAMMA_GAMMA);
        Fitting renewals = latest(connection, business, ModelName.SBG);
        return new Models(
                purchases == null ? null : PurchaseFitting.model(purchases),
                spending == null ? null : SpendFitting.model(spending),
                renewals == null ? null : RetentionFitting.model(renewals));
    }

    private Fitting latest(Connection connection, Business business, ModelName model) throws SQLException {
        return fits.latest(connection, business.id(), model)
                .map(ModelFit::fitting)
                .orElse(null);
    }

    private static void purchases(
            Connection connection,
            Business business,
            MetricQuery query,
            Models models,
            LifetimeValue horizon,
            Map<String, Double> values)
            throws SQLException {
        int end = (int) query.period().to().toEpochDay();
        double unit = Fitter.unit(business);
        Sql condition = Sql.of("and f.day < ?", query.period().to())
                .add(SegmentFilter.of(SOURCE, new Scope(business, query.segment(), query.period())));
        PurchaseLog.grouped(business.id(), condition).each(connection, row -> {
            Buyer buyer = PurchaseLog.buyer(row);
            Spending spending = buyer.spendingBefore(end, unit);
            values.put(
                    buyer.customer(),
                    models.purchases == null || models.spending == null
                            ? 0
                            : horizon.of(
                                    models.purchases,
                                    buyer.historyBefore(end),
                                    spending == null
                                            ? models.spending.expectedOfNew()
                                            : models.spending.expected(spending)));
        });
    }

    private static void subscriptions(
            Connection connection,
            Business business,
            Period period,
            Models models,
            int months,
            double discount,
            Map<String, Double> values)
            throws SQLException {
        Instant end = period.end(business.zone());
        double yearly = Fitter.unit(business) * 12;
        Sql.of(
                        "select s.customer_id, s.annual_minor, (b.began_at at time zone ?)::date as began from"
                                + " customer_subscription s join lateral (select min(began_at) as began_at from"
                                + " customer_subscription b where b.business_id = s.business_id and b.subject = s.subject) b on true"
                                + " where s.business_id = ? and s.customer_id is not null and s.began_at < ?"
                                + " and (s.ended_at is null or s.ended_at >= ?)",
                        business.zone().getId(),
                        business.id(),
                        end,
                        end)
                .each(connection, row -> {
                    RetentionFitting.Contract contract =
                            new RetentionFitting.Contract(row.getObject("began", java.time.LocalDate.class), null);
                    int renewed = contract.passed(period.to(), java.time.Period.ofMonths(1));
                    double value = models.renewals == null
                            ? 0
                            : models.renewals.discountedRenewals(renewed, months, discount)
                                    * row.getLong("annual_minor")
                                    / yearly;
                    values.merge(row.getString("customer_id"), value, Double::sum);
                });
    }

    private static Figure noData(Business business) {
        return Figure.Scalar.noData().with("currency", business.currency().getCurrencyCode());
    }

    private static Figure figure(double[] values, Business business, double level) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double unit = Fitter.unit(business);
        return new Figure.Scalar(
                        Money.ofMinor(sum / values.length * unit, business.currency()),
                        Money.ofMinor(sum * unit, business.currency()),
                        (long) values.length,
                        values.length,
                        interval(values, level),
                        Figure.reliability(values.length),
                        null)
                .with("currency", business.currency().getCurrencyCode());
    }

    private static Interval interval(double[] values, double level) {
        if (values.length > MOST_RESAMPLED) {
            return normal(values, level);
        }
        Bootstrap bca = Bootstrap.bca(values, PredictedValue::mean, level, REPLICATES, values.length);
        return bca == null ? null : new Interval(bca.low(), bca.high(), level, "bca");
    }

    /** Of so many the mean is normally distributed, whatever they are like. */
    private static Interval normal(double[] values, double level) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double error = Math.sqrt(squares / (values.length - 1) / values.length);
        double z = new org.hipparchus.distribution.continuous.NormalDistribution()
                .inverseCumulativeProbability(0.5 + level / 2);
        return new Interval(mean - z * error, mean + z * error, level, "normal");
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
