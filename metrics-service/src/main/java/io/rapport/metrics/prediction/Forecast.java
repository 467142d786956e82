package io.rapport.metrics.prediction;

import io.rapport.metrics.business.Business;
import io.rapport.models.purchase.PurchaseHistory;
import io.rapport.models.purchase.PurchaseModel;
import io.rapport.models.purchase.SpendModel;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the latest fits say of customers on a day. Any of them may be missing, and then what it would say is. */
final class Forecast {
    private static final int REMEMBERED = 100_000;

    private final Business business;
    private final int day;
    private final double unit;
    private final PurchaseModel purchases;
    private final SpendModel spending;
    private final Fitting churn;
    private final ChurnColumns columns;
    private final Reasons reasons;
    private final Map<PurchaseHistory, Outlook> outlooks = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PurchaseHistory, Outlook> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param day the day after the last */
    Forecast(Business business, LocalDate day, Fitting purchases, Fitting spending, Fitting churn) {
        this.business = business;
        this.day = (int) day.toEpochDay();
        this.unit = Fitter.unit(business);
        this.purchases = purchases == null ? null : PurchaseFitting.model(purchases);
        this.spending = spending == null ? null : SpendFitting.model(spending);
        this.churn = churn == null || churn.churn() == null ? null : churn;
        this.columns =
                this.churn == null ? null : new ChurnColumns(churn.churn().contractual(), plans(churn), unit);
        this.reasons = this.churn == null ? null : new Reasons(churn.churn(), columns.names(), business.currency());
    }

    private static List<String> plans(Fitting churn) {
        return churn.parameters().keySet().stream()
                .filter(name -> name.startsWith(SignalLog.column("")))
                .toList();
    }

    /** The plans that the churn model tells apart. */
    List<String> plans() {
        return columns == null
                ? List.of()
                : columns.traits().stream()
                        .map(column -> column.substring(SignalLog.column("").length()))
                        .toList();
    }

    boolean knowsChurn() {
        return churn != null;
    }

    boolean isContractual() {
        return churn != null && columns.contractual();
    }

    /** Null where there is no fit yet. */
    Outlook outlook(Buyer buyer) {
        if (purchases == null) {
            return null;
        }
        return outlooks.computeIfAbsent(buyer.historyBefore(day), history -> Outlook.of(purchases, history))
                .worth(spending, buyer.spendingBefore(day, unit));
    }

    /**
     * @param buyer null for who never ordered
     * @param signals of the customer
     * @return null where the model says nothing of such a customer
     */
    ChurnRisk churn(Buyer buyer, Signals signals) {
        if (columns == null) {
            return null;
        }
        if (columns.contractual()) {
            return signals.subscribedDays() == null ? null : risk(buyer, signals);
        }
        if (buyer == null) {
            return null;
        }
        int since = ChurnColumns.since(buyer, day);
        return since > business.inactivityDays()
                ? ChurnRisk.stopped(since, business.inactivityDays())
                : risk(buyer, signals);
    }

    private ChurnRisk risk(Buyer buyer, Signals signals) {
        return ChurnRisk.of(churn, columns.names(), reasons, columns.row(buyer, signals, day));
    }
}
