package io.rapport.metrics.prediction;

import io.rapport.metrics.business.Business;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers customers, and scores some thousand at once. */
final class ScoredPage {
    private static final int SIZE = 2_000;

    private final Connection connection;
    private final LocalDate day;
    private final Forecast forecast;
    private final RfmScale scale;
    private final SignalLog signals;
    private final Store store;
    private final List<Buyer> waiting = new ArrayList<>();
    private final Set<String> subscribersThatOrdered = new HashSet<>();
    private long customers;

    /** Where a page goes. */
    @FunctionalInterface
    interface Store {
        void save(List<Prediction> page) throws SQLException;
    }

    ScoredPage(
            Connection connection, Business business, LocalDate day, Forecast forecast, RfmScale scale, Store store) {
        this.connection = connection;
        this.day = day;
        this.forecast = forecast;
        this.scale = scale;
        this.signals = new SignalLog(business, day, forecast.plans());
        this.store = store;
    }

    void add(Buyer buyer, Runnable alive) {
        waiting.add(buyer);
        if (waiting.size() == SIZE) {
            flush();
            alive.run();
        }
    }

    /** Those who were added last. */
    void finish() {
        flush();
    }

    /** Customers of whom no order is known, if they weren't among the others. */
    void addOthers(List<String> subscribers, Runnable alive) throws SQLException {
        List<String> others = subscribers.stream()
                .filter(customer -> !subscribersThatOrdered.contains(customer))
                .toList();
        for (int from = 0; from < others.size(); from += SIZE) {
            List<String> page = others.subList(from, Math.min(others.size(), from + SIZE));
            Map<String, Signals> known = signals.of(connection, page);
            save(page.stream()
                    .map(id -> new Prediction(id, day, null, null, forecast.churn(null, known.get(id))))
                    .toList());
            alive.run();
        }
    }

    long customers() {
        return customers;
    }

    private void flush() {
        try {
            List<String> ids = waiting.stream().map(Buyer::customer).toList();
            Map<String, Signals> known = forecast.knowsChurn() ? signals.of(connection, ids) : Map.of();
            save(waiting.stream()
                    .map(buyer -> prediction(buyer, known.getOrDefault(buyer.customer(), Signals.NONE)))
                    .toList());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        waiting.clear();
    }

    private void save(List<Prediction> page) throws SQLException {
        store.save(page);
        customers += page.size();
    }

    private Prediction prediction(Buyer buyer, Signals known) {
        if (known.subscribedDays() != null) {
            subscribersThatOrdered.add(buyer.customer());
        }
        return new Prediction(buyer.customer(), day, rfm(buyer), forecast.outlook(buyer), forecast.churn(buyer, known));
    }

    /** Null without a scale: the first orders came just now. */
    private Prediction.Rfm rfm(Buyer buyer) {
        if (scale == null) {
            return null;
        }
        int end = (int) day.toEpochDay();
        int days = ChurnColumns.since(buyer, end);
        long orders = buyer.ordersBefore(end);
        long spent = buyer.spentBefore(end);
        return new Prediction.Rfm(days, orders, spent, scale.of(days, orders, spent));
    }
}
