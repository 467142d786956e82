package io.rapport.metrics.prediction;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.metric.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says of each customer of a business what the latest fits say: all of them in one commit. */
@ApplicationScoped
class Scoring {
    private final LongWork work;
    private final FitTable fits;
    private final PredictionTable predictions;
    private final Clock clock;

    Scoring(LongWork work, FitTable fits, PredictionTable predictions, Clock clock) {
        this.work = work;
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
     * @param buyers who bought in it
     * @param alive called now and then while it takes its time
     */
    void score(Business business, Period period, Buyers buyers, Runnable alive) {
        RfmScale scale = scale(buyers, period);
        alive.run();
        work.call(connection -> {
            score(connection, business, period, scale, alive);
            return null;
        });
    }

    private void score(Connection connection, Business business, Period period, RfmScale scale, Runnable alive)
            throws SQLException {
        PredictionTable.hold(connection, business.id());
        Map<String, Integer> versions = new LinkedHashMap<>();
        Forecast forecast = new Forecast(
                business,
                period.to(),
                latest(connection, business, ModelName.BG_NBD, versions),
                latest(connection, business, ModelName.GAMMA_GAMMA, versions),
                latest(connection, business, ModelName.CHURN, versions));
        int number = PredictionTable.next(connection, business.id());
        ScoredPage page = new ScoredPage(
                connection,
                business,
                period.to(),
                forecast,
                scale,
                one -> predictions.save(connection, business.id(), number, one));
        // Read once more, since somebody may have been forgotten meanwhile.
        PurchaseLog.stream(connection, business.id(), period, buyer -> page.add(buyer, alive));
        page.finish();
        if (forecast.isContractual()) {
            page.addOthers(ChurnCases.subscribers(connection, business, period.to()), alive);
        }
        Basis basis = new Basis(scale, versions);
        predictions.finish(connection, business.id(), number, period, clock.instant(), page.customers(), basis);
    }

    private Fitting latest(Connection connection, Business business, ModelName model, Map<String, Integer> versions)
            throws SQLException {
        ModelFit fit = fits.latest(connection, business.id(), model).orElse(null);
        if (fit != null) {
            versions.put(model.text(), fit.version());
        }
        return fit == null ? null : fit.fitting();
    }

    private static RfmScale scale(Buyers buyers, Period period) {
        List<double[]> all = new ArrayList<>();
        int day = (int) period.to().toEpochDay();
        buyers.forEach(buyer -> all.add(
                new double[] {ChurnColumns.since(buyer, day), buyer.ordersBefore(day), buyer.spentBefore(day)}));
        return all.isEmpty() ? null : RfmScale.of(column(all, 0), column(all, 1), column(all, 2));
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }
}
