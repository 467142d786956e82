package io.rapport.metrics.prediction;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.metric.Period;
import io.rapport.metrics.prediction.RetentionFitting.Contract;
import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** The subscriptions of a business, each from its beginning to its cancellation, whatever it changed into meanwhile. */
final class ContractLog {
    private ContractLog() {}

    /** Those that began within the period, by the business's days. */
    static List<Contract> of(Connection connection, Business business, Period period) throws SQLException {
        return Sql.of(
                        "select (min(began_at) at time zone ?)::date, case when bool_or(ended_at is null) then null"
                                + " else (max(ended_at) at time zone ?)::date end from customer_subscription"
                                + " where business_id = ? group by subject having min(began_at) >= ? and min(began_at) < ?"
                                + " order by min(began_at), subject",
                        business.zone().getId(),
                        business.zone().getId(),
                        business.id(),
                        period.start(business.zone()),
                        period.end(business.zone()))
                .list(
                        connection,
                        row -> new Contract(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)));
    }

    /** The day of a business's first order, or first subscription; null where there is neither. */
    static LocalDate firstDay(Connection connection, Business business) throws SQLException {
        return Sql.of(
                        "select least((select min(day) from value_fact where business_id = ? and type = 'purchase'"
                                + " and set_aside is null and customer_id is not null),"
                                + " (select (min(began_at) at time zone ?)::date from customer_subscription"
                                + " where business_id = ?))",
                        business.id(),
                        business.zone().getId(),
                        business.id())
                .list(connection, row -> row.getObject(1, LocalDate.class))
                .getFirst();
    }
}
