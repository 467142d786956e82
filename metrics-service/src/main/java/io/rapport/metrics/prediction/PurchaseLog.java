package io.rapport.metrics.prediction;

import io.rapport.metrics.metric.Period;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The orders of a business within a period, customer by customer, some thousand customers in a transaction. */
final class PurchaseLog implements Buyers {
    private static final int PAGE = 5_000;

    private final Transactions transactions;
    private final String business;
    private final Period period;

    PurchaseLog(Transactions transactions, String business, Period period) {
        this.transactions = transactions;
        this.business = business;
        this.period = period;
    }

    @Override
    public void forEach(Consumer<Buyer> each) {
        String after = "";
        while (after != null) {
            String from = after;
            Page page = transactions.call(connection -> page(connection, from));
            page.buyers.forEach(each);
            after = page.last;
        }
    }

    /** The day of the first order of the period; null where it has none. */
    LocalDate firstDay() {
        return transactions.call(connection -> Sql.of(
                        "select min(day) from customer_order where business_id = ? and customer_id is not null"
                                + " and day >= ? and day < ?",
                        business,
                        period.from(),
                        period.to())
                .list(connection, row -> row.getObject(1, LocalDate.class))
                .getFirst());
    }

    /** @param last the last customer looked at; null where there are no more */
    private record Page(List<Buyer> buyers, String last) {}

    private Page page(Connection connection, String after) throws SQLException {
        List<String> customers = Sql.of(
                        "select customer_id from customer_value where business_id = ? and customer_id > ?"
                                + " order by customer_id limit ?",
                        business,
                        after,
                        PAGE)
                .list(connection, row -> row.getString(1));
        return new Page(
                of(connection, business, customers, period), customers.size() < PAGE ? null : customers.getLast());
    }

    /** What these customers bought in the period, of those who bought anything. */
    static List<Buyer> of(Connection connection, String business, List<String> customers, Period period)
            throws SQLException {
        if (customers.isEmpty()) {
            return new ArrayList<>();
        }
        return Sql.of(
                        "select customer_id, array_agg(day order by day), array_agg(orders order by day),"
                                + " array_agg(minor order by day) from (select customer_id,"
                                + " day - date '1970-01-01' as day, count(*)::int as orders,"
                                + " sum(greatest(amount_minor - refunded_minor, 0))::bigint as minor"
                                + " from customer_order where business_id = ? and customer_id = any (?)"
                                + " and day >= ? and day < ? group by 1, 2) d group by 1 order by 1",
                        business,
                        customers.toArray(String[]::new),
                        period.from(),
                        period.to())
                .list(connection, PurchaseLog::buyer);
    }

    private static Buyer buyer(ResultSet row) throws SQLException {
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
