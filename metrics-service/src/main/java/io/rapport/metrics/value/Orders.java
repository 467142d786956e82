package io.rapport.metrics.value;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.metric.Period;
import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * What customers have ordered, customer by customer and day by day, for whoever fits models to it. It streams: a million customers
 * never stand in memory at once. Whoever reads has derived what waited ({@code Derivation.catchUp}) and is in a transaction.
 */
public final class Orders {
    private Orders() {}

    /**
     * A day on which a customer bought: all orders of the day together, which models take for one purchase.
     *
     * @param orders how many that were
     * @param priced how many of them have an amount in the business's currency
     * @param minor the sum of those, before anything was given back; 0 where none is priced
     */
    public record Day(String customer, LocalDate day, int orders, int priced, long minor) {}

    /** Takes one day after the other. */
    @FunctionalInterface
    public interface Reader {
        void read(Day day) throws SQLException;
    }

    /** The days of a period on which known customers bought, in the order of customers and of their days. */
    public static void eachDay(Connection connection, Business business, Period period, Reader reader)
            throws SQLException {
        Sql.of(
                        "select customer_id, day, count(*) as orders, count(amount_minor) as priced,"
                                + " coalesce(sum(amount_minor), 0) as minor from value_fact where business_id = ?"
                                + " and type = 'purchase' and set_aside is null and customer_id is not null"
                                + " and occurred_at >= ? and occurred_at < ? group by customer_id, day order by customer_id, day",
                        business.id(),
                        period.start(business.zone()),
                        period.end(business.zone()))
                .each(connection, row -> reader.read(day(row)));
    }

    private static Day day(ResultSet row) throws SQLException {
        return new Day(
                row.getString("customer_id"),
                row.getObject("day", LocalDate.class),
                row.getInt("orders"),
                row.getInt("priced"),
                row.getLong("minor"));
    }
}
