package io.rapport.metrics.prediction;

import io.rapport.metrics.metric.Period;
import io.rapport.metrics.sql.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Consumer;

/** The orders of a business within a period, customer by customer, as one stream. */
final class PurchaseLog implements Buyers {
    private final LongWork work;
    private final String business;
    private final Period period;

    PurchaseLog(LongWork work, String business, Period period) {
        this.work = work;
        this.business = business;
        this.period = period;
    }

    @Override
    public void forEach(Consumer<Buyer> each) {
        work.call(connection -> {
            stream(connection, business, period, each);
            return null;
        });
    }

    static void stream(Connection connection, String business, Period period, Consumer<Buyer> each)
            throws SQLException {
        grouped(business, Sql.of("and f.day >= ? and f.day < ?", period.from(), period.to()))
                .each(connection, row -> each.accept(buyer(row)));
    }

    /** The day of the first order of the period; null where it has none. */
    LocalDate firstDay() {
        return work.call(connection -> Sql.of(
                        "select min(day) from value_fact where business_id = ? and type = 'purchase' and set_aside is null"
                                + " and customer_id is not null and day >= ? and day < ?",
                        business,
                        period.from(),
                        period.to())
                .list(connection, row -> row.getObject(1, LocalDate.class))
                .getFirst());
    }

    /**
     * A row for each customer, for {@link #buyer}. What was given back is taken off the order.
     *
     * @param condition on orders, which are named {@code f}; beginning with {@code and}
     */
    static Sql grouped(String business, Sql condition) {
        return Sql.of(
                        "select customer_id, array_agg(day order by day), array_agg(orders order by day),"
                                + " array_agg(minor order by day) from (select f.customer_id,"
                                + " f.day - date '1970-01-01' as day, count(*)::int as orders,"
                                + " sum(greatest(f.amount_minor - coalesce(r.minor, 0), 0))::bigint as minor from value_fact f"
                                + " left join (select subject, sum(amount_minor) as minor from value_fact"
                                + " where business_id = ? and type = 'refund' and set_aside is null group by 1) r"
                                + " on r.subject = f.subject where f.business_id = ? and f.type = 'purchase'"
                                + " and f.set_aside is null and f.customer_id is not null",
                        business,
                        business)
                .add(condition)
                .add("group by 1, 2) d group by 1 order by 1");
    }

    static Buyer buyer(ResultSet row) throws SQLException {
        Integer[] days = (Integer[]) array(row.getArray(2));
        Integer[] orders = (Integer[]) array(row.getArray(3));
        Long[] minor = (Long[]) array(row.getArray(4));
        int[] day = new int[days.length];
        int[] many = new int[days.length];
        long[] worth = new long[days.length];
        for (int i = 0; i < days.length; i++) {
            day[i] = days[i];
            many[i] = orders[i];
            worth[i] = minor[i] == null ? Buyer.UNKNOWN : minor[i];
        }
        return new Buyer(row.getString(1), day, many, worth);
    }

    private static Object array(Array array) throws SQLException {
        return array.getArray();
    }
}
