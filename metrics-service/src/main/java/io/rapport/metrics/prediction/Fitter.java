package io.rapport.metrics.prediction;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.metric.Period;
import io.rapport.metrics.prediction.RetentionFitting.Contract;
import java.time.LocalDate;
import java.util.List;

/** Fits models to what a business's customers did in a period. Models of the same period share what they read. */
final class Fitter {
    private static final java.time.Period MONTH = java.time.Period.ofMonths(1);

    private final LongWork work;
    private final Business business;
    private final Period period;
    private final Buyers buyers;
    private final Split split;

    Fitter(LongWork work, Business business, Period period) {
        this.work = work;
        this.business = business;
        this.period = period;
        PurchaseLog log = new PurchaseLog(work, business.id(), period);
        LocalDate first = log.firstDay();
        this.buyers = new KeptBuyers(log);
        this.split = first == null ? null : Split.of((int) first.toEpochDay(), end());
    }

    Business business() {
        return business;
    }

    Period period() {
        return period;
    }

    Buyers buyers() {
        return buyers;
    }

    Fitting fit(ModelName model) {
        return switch (model) {
            case BG_NBD, PARETO_NBD -> PurchaseFitting.fit(model, buyers, split, end());
            case GAMMA_GAMMA -> SpendFitting.fit(buyers, split, end(), unit(business));
            case SBG -> RetentionFitting.fit(contracts(), period.to(), MONTH, ModelName.SBG.timeUnit());
            case CHURN -> new ChurnCases(work, business, period, buyers).fit();
        };
    }

    /** How many minor units make one of the currency. */
    static double unit(Business business) {
        return Math.pow(10, Math.max(0, business.currency().getDefaultFractionDigits()));
    }

    private List<Contract> contracts() {
        return work.call(connection -> ContractLog.of(connection, business, period));
    }

    private int end() {
        return (int) period.to().toEpochDay();
    }
}
