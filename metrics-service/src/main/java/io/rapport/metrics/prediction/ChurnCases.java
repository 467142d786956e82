package io.rapport.metrics.prediction;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.metric.Period;
import io.rapport.metrics.prediction.ChurnFitting.Case;
import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds of whom it is known whether they stopped: of those with a subscription, where more have one than have bought lately,
 * whether it ended within the horizon; else of those who had bought within the business's inactivity window, whether they
 * bought again within the next one.
 */
final class ChurnCases {
    private static final int PAGE = 5_000;
    /** More tell no more, and all of them are held in memory. */
    private static final int MOST = 50_000;

    private static final int SHORTEST = 14;
    private static final int MOST_PLANS = 6;

    private final LongWork work;
    private final Business business;
    private final Period period;
    private final Buyers buyers;

    ChurnCases(LongWork work, Business business, Period period, Buyers buyers) {
        this.work = work;
        this.business = business;
        this.period = period;
        this.buyers = buyers;
    }

    Fitting fit() {
        LocalDate first = first();
        int days = first == null ? 0 : (int) (period.to().toEpochDay() - first.toEpochDay());
        int horizon = Math.min(business.inactivityDays(), days / 3);
        if (horizon < SHORTEST) {
            return ChurnFitting.nothing("there are fewer than " + 3 * SHORTEST + " days since the first customer");
        }
        LocalDate cut = period.to().minusDays(horizon);
        boolean contractual = subscribers(cut).size() > activeBuyers((int) cut.toEpochDay(), horizon);
        List<String> plans = contractual ? plans(cut) : List.of();
        ChurnColumns columns = new ChurnColumns(
                contractual, plans.stream().map(SignalLog::column).toList(), Fitter.unit(business));
        return ChurnFitting.fit(
                columns.names(),
                cases(columns, plans, cut.minusDays(horizon), horizon),
                cases(columns, plans, cut, horizon),
                contractual,
                horizon,
                cut,
                period.to());
    }

    private LocalDate first() {
        return work.call(connection -> Sql.of(
                        "select least((select min(day) from value_fact where business_id = ? and type = 'purchase'"
                                + " and set_aside is null and day >= ? and day < ?),"
                                + " (select (min(began_at) at time zone ?)::date from customer_subscription"
                                + " where business_id = ? and began_at >= ? and began_at < ?))",
                        business.id(),
                        period.from(),
                        period.to(),
                        business.zone().getId(),
                        business.id(),
                        period.start(business.zone()),
                        period.end(business.zone()))
                .list(connection, row -> row.getObject(1, LocalDate.class))
                .getFirst());
    }

    private int activeBuyers(int day, int horizon) {
        int[] active = new int[1];
        buyers.forEach(buyer -> active[0] += isActive(buyer, day, horizon) ? 1 : 0);
        return active[0];
    }

    private static boolean isActive(Buyer buyer, int day, int horizon) {
        return buyer.firstDay() < day && ChurnColumns.since(buyer, day) <= horizon;
    }

    /** Plans whose customers are many enough to tell. */
    private List<String> plans(LocalDate day) {
        Instant at = business.start(day);
        return work.call(connection -> Sql.of(
                        "select plan from customer_subscription where business_id = ? and plan is not null"
                                + " and began_at < ? and (ended_at is null or ended_at >= ?)"
                                + " group by 1 order by count(*) desc, 1 offset 1 limit ?",
                        business.id(),
                        at,
                        at,
                        MOST_PLANS)
                .list(connection, row -> row.getString(1)));
    }

    private List<Case> cases(ChurnColumns columns, List<String> plans, LocalDate day, int horizon) {
        SignalLog signals = new SignalLog(business, day, plans);
        return columns.contractual()
                ? ofSubscribers(columns, signals, day, horizon)
                : ofBuyers(columns, signals, day, horizon);
    }

    private List<Case> ofBuyers(ChurnColumns columns, SignalLog signals, LocalDate date, int horizon) {
        int day = (int) date.toEpochDay();
        List<Case> cases = new ArrayList<>();
        List<Buyer> page = new ArrayList<>();
        buyers.forEach(buyer -> {
            if (isActive(buyer, day, horizon) && cases.size() + page.size() < MOST) {
                page.add(buyer);
            }
            if (page.size() == PAGE) {
                add(cases, page, columns, signals, day, horizon);
            }
        });
        add(cases, page, columns, signals, day, horizon);
        return cases;
    }

    private void add(
            List<Case> cases, List<Buyer> page, ChurnColumns columns, SignalLog signals, int day, int horizon) {
        Map<String, Signals> known = work.call(connection ->
                signals.of(connection, page.stream().map(Buyer::customer).toList()));
        for (Buyer buyer : page) {
            boolean stopped = buyer.daysBefore(day + horizon) == buyer.daysBefore(day);
            cases.add(new Case(columns.row(buyer, known.get(buyer.customer()), day), stopped));
        }
        page.clear();
    }

    private List<Case> ofSubscribers(ChurnColumns columns, SignalLog signals, LocalDate date, int horizon) {
        List<Case> cases = new ArrayList<>();
        Set<String> stay = new HashSet<>(subscribers(date.plusDays(horizon)));
        List<String> there = subscribers(date);
        for (int from = 0; from < Math.min(MOST, there.size()); from += PAGE) {
            List<String> page = there.subList(from, Math.min(there.size(), from + PAGE));
            Map<String, Signals> known = work.call(connection -> signals.of(connection, page));
            for (String customer : page) {
                cases.add(new Case(
                        columns.row(null, known.get(customer), (int) date.toEpochDay()), !stay.contains(customer)));
            }
        }
        return cases;
    }

    private List<String> subscribers(LocalDate day) {
        return work.call(connection -> subscribers(connection, business, day));
    }

    /** Who has a subscription that runs at the beginning of a day. */
    static List<String> subscribers(Connection connection, Business business, LocalDate day) throws SQLException {
        Instant at = business.start(day);
        return Sql.of(
                        "select distinct customer_id from customer_subscription where business_id = ?"
                                + " and customer_id is not null and began_at < ? and (ended_at is null or ended_at >= ?)"
                                + " order by 1",
                        business.id(),
                        at,
                        at)
                .list(connection, row -> row.getString(1));
    }
}
