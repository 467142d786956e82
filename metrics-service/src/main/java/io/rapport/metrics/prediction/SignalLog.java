package io.rapport.metrics.prediction;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what is known of customers on a day, beside their purchases: nothing that came later. */
final class SignalLog {
    private static final int RECENT = 90;
    private static final int YEAR = 365;

    private final Business business;
    private final LocalDate day;
    private final Instant until;
    private final double unit;
    private final List<String> plans;

    /** @param plans those that are columns of their own */
    SignalLog(Business business, LocalDate day, List<String> plans) {
        this.business = business;
        this.day = day;
        this.until = business.start(day);
        this.unit = Fitter.unit(business);
        this.plans = plans;
    }

    /** Of whom nothing is known is missing. */
    Map<String, Signals> of(Connection connection, List<String> customers) throws SQLException {
        String[] ids = customers.toArray(String[]::new);
        Map<String, Done> done = done(connection, ids);
        Map<String, Integer> visits = visits(connection, ids);
        Map<String, Said> said = said(connection, ids);
        Map<String, Paying> paying = paying(connection, ids);
        Map<String, Signals> signals = new HashMap<>();
        for (String customer : customers) {
            Done did = done.getOrDefault(customer, Done.NOTHING);
            Said says = said.getOrDefault(customer, Said.NOTHING);
            Paying pays = paying.get(customer);
            signals.put(
                    customer,
                    new Signals(
                            did.opened,
                            did.unsubscribed,
                            did.came + visits.getOrDefault(customer, 0),
                            says.complaints,
                            says.sentiment,
                            pays == null ? null : pays.days,
                            pays == null ? 0 : pays.annual,
                            pays == null ? Map.of() : pays.plan(plans)));
        }
        return signals;
    }

    private record Done(int opened, boolean unsubscribed, int came) {
        static final Done NOTHING = new Done(0, false, 0);
    }

    private record Said(int complaints, double sentiment) {
        static final Said NOTHING = new Said(0, 0);
    }

    private record Paying(int days, double annual, String plan) {
        Map<String, Double> plan(List<String> plans) {
            Map<String, Double> columns = new HashMap<>();
            plans.forEach(one -> columns.put(column(one), one.equals(plan) ? 1.0 : 0.0));
            return columns;
        }
    }

    /** The column that says whether a customer has a plan. */
    static String column(String plan) {
        return "trait.plan==" + plan;
    }

    private Map<String, Done> done(Connection connection, String[] customers) throws SQLException {
        Map<String, Done> found = new HashMap<>();
        Sql.of(
                        "select customer_id, count(*) filter (where type in ('email_opened', 'email_clicked')"
                                + " and occurred_at >= ? and coalesce(properties ->> 'machine', '') <> 'true')::int,"
                                + " bool_or(type = 'email_unsubscribed'),"
                                + " count(*) filter (where type = 'store_visit' and occurred_at >= ?)::int"
                                + " from customer_event where business_id = ? and customer_id = any (?)"
                                + " and type in ('email_opened', 'email_clicked', 'email_unsubscribed', 'store_visit')"
                                + " and occurred_at < ? group by 1",
                        business.start(day.minusDays(RECENT)),
                        business.start(day.minusDays(RECENT)),
                        business.id(),
                        customers,
                        until)
                .list(
                        connection,
                        row -> found.put(row.getString(1), new Done(row.getInt(2), row.getBoolean(3), row.getInt(4))));
        return found;
    }

    private Map<String, Integer> visits(Connection connection, String[] customers) throws SQLException {
        Map<String, Integer> found = new HashMap<>();
        Sql.of(
                        "select customer_id, count(*)::int from visit where business_id = ? and customer_id = any (?)"
                                + " and began_at >= ? and began_at < ? group by 1",
                        business.id(),
                        customers,
                        business.start(day.minusDays(RECENT)),
                        until)
                .list(connection, row -> found.put(row.getString(1), row.getInt(2)));
        return found;
    }

    private Map<String, Said> said(Connection connection, String[] customers) throws SQLException {
        Map<String, Said> found = new HashMap<>();
        Sql.of(
                        "select customer_id, count(*) filter (where label = 'negative' or rating <= 2"
                                + " or survey_type = 'nps' and survey_score <= 6)::int, coalesce(avg(score), 0)"
                                + " from feedback_of_customer where business_id = ? and customer_id = any (?)"
                                + " and not deleted and occurred_at >= ? and occurred_at < ? group by 1",
                        business.id(),
                        customers,
                        business.start(day.minusDays(YEAR)),
                        until)
                .list(connection, row -> found.put(row.getString(1), new Said(row.getInt(2), row.getDouble(3))));
        return found;
    }

    private Map<String, Paying> paying(Connection connection, String[] customers) throws SQLException {
        Map<String, Paying> found = new HashMap<>();
        Sql.of(
                        "select s.customer_id, min((select min(b.began_at) from customer_subscription b"
                                + " where b.business_id = s.business_id and b.subject = s.subject)) as began_at,"
                                + " coalesce(sum(s.annual_minor), 0) as annual, max(s.plan) as plan"
                                + " from customer_subscription s where s.business_id = ? and s.customer_id = any (?)"
                                + " and s.began_at < ? and (s.ended_at is null or s.ended_at >= ?) group by 1",
                        business.id(),
                        customers,
                        until,
                        until)
                .list(
                        connection,
                        row -> found.put(
                                row.getString(1),
                                new Paying(
                                        (int) ChronoUnit.DAYS.between(Sql.instant(row, "began_at"), until),
                                        row.getBigDecimal("annual").doubleValue() / unit,
                                        row.getString("plan"))));
        return found;
    }
}
