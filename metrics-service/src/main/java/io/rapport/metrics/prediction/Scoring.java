package io.rapport.metrics.prediction;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.metric.Period;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says of each customer of a business what the latest fits say, some thousand in a transaction. */
@ApplicationScoped
class Scoring {
    private static final int PAGE = 2_000;

    private final Transactions transactions;
    private final FitTable fits;
    private final PredictionTable predictions;
    private final Clock clock;

    Scoring(Transactions transactions, FitTable fits, PredictionTable predictions, Clock clock) {
        this.transactions = transactions;
        this.fits = fits;
        this.predictions = predictions;
        this.clock = clock;
    }

    /**
     * What a scoring rests on.
     *
     * @param versions of the fits by the names of their models
     */
    record Basis(RfmScale rfm, Map<String, Integer> versions) {}

    /**
     * @param period what was bought in it is known, as of its end
     * @param alive called now and then while it takes its time
     */
    void score(Business business, Period period, Runnable alive) {
        RfmScale scale = scale(business, period);
        Map<String, Integer> versions = new LinkedHashMap<>();
        Forecast forecast = transactions.call(connection -> new Forecast(
                business,
                period.to(),
                latest(connection, business, ModelName.BG_NBD, versions),
                latest(connection, business, ModelName.GAMMA_GAMMA, versions),
                latest(connection, business, ModelName.CHURN, versions)));
        SignalLog signals = new SignalLog(business, period.to(), forecast.plans());
        int number = transactions.call(connection -> PredictionTable.next(connection, business.id()));
        long customers = 0;
        String after = "";
        while (after != null) {
            String from = after;
            List<String> page = transactions.call(connection -> {
                List<String> ids = customers(connection, business.id(), from);
                predictions.save(
                        connection,
                        business.id(),
                        number,
                        of(connection, business, period, ids, scale, forecast, signals));
                return ids;
            });
            customers += page.size();
            alive.run();
            after = page.size() < PAGE ? null : page.getLast();
        }
        long all = customers;
        transactions.call(connection -> {
            Basis basis = new Basis(scale, versions);
            predictions.finish(connection, business.id(), number, period, clock.instant(), all, basis);
            return null;
        });
    }

    private Fitting latest(Connection connection, Business business, ModelName model, Map<String, Integer> versions)
            throws SQLException {
        ModelFit fit = fits.latest(connection, business.id(), model).orElse(null);
        if (fit != null) {
            versions.put(model.text(), fit.version());
        }
        return fit == null ? null : fit.fitting();
    }

    private RfmScale scale(Business business, Period period) {
        List<double[]> all = new ArrayList<>();
        int day = (int) period.to().toEpochDay();
        new PurchaseLog(transactions, business.id(), period)
                .forEach(buyer -> all.add(
                        new double[] {ChurnColumns.since(buyer, day), buyer.ordersBefore(day), buyer.spentBefore(day)
                        }));
        return all.isEmpty() ? null : RfmScale.of(column(all, 0), column(all, 1), column(all, 2));
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }

    /** Those who ordered or subscribed. */
    private static List<String> customers(Connection connection, String business, String after) throws SQLException {
        return Sql.of(
                        "(select customer_id from customer_value where business_id = ? and customer_id > ?"
                                + " order by 1 limit ?) union (select distinct customer_id from customer_subscription"
                                + " where business_id = ? and customer_id > ? order by 1 limit ?) order by 1 limit ?",
                        business,
                        after,
                        PAGE,
                        business,
                        after,
                        PAGE,
                        PAGE)
                .list(connection, row -> row.getString(1));
    }

    private static List<Prediction> of(
            Connection connection,
            Business business,
            Period period,
            List<String> ids,
            RfmScale scale,
            Forecast forecast,
            SignalLog signals)
            throws SQLException {
        Map<String, Buyer> buyers = new HashMap<>();
        PurchaseLog.of(connection, business.id(), ids, period).forEach(buyer -> buyers.put(buyer.customer(), buyer));
        Map<String, Signals> known = forecast.knowsChurn() ? signals.of(connection, ids) : Map.of();
        int day = (int) period.to().toEpochDay();
        List<Prediction> page = new ArrayList<>();
        for (String id : ids) {
            Buyer buyer = buyers.get(id);
            ChurnRisk churn = forecast.churn(buyer, known.getOrDefault(id, Signals.NONE));
            if (buyer != null || churn != null) {
                page.add(new Prediction(
                        id,
                        period.to(),
                        buyer == null ? null : rfm(buyer, day, scale),
                        buyer == null ? null : forecast.outlook(buyer),
                        churn));
            }
        }
        return page;
    }

    private static Prediction.Rfm rfm(Buyer buyer, int day, RfmScale scale) {
        int days = ChurnColumns.since(buyer, day);
        long orders = buyer.ordersBefore(day);
        long spent = buyer.spentBefore(day);
        return new Prediction.Rfm(days, orders, spent, scale.of(days, orders, spent));
    }
}
