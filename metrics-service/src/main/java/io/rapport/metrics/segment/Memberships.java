package io.rapport.metrics.segment;

import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Who is in segments as of a day. */
@ApplicationScoped
public class Memberships {
    private final Transactions transactions;

    Memberships(Transactions transactions) {
        this.transactions = transactions;
    }

    /** How many customers a segment has, of how many that were known by then. */
    record Size(long members, long customers) {}

    Size size(Rule rule, AsOf asOf) {
        return transactions.call(connection -> {
            roomy(connection);
            return new Size(count(connection, Members.of(rule, asOf)), customers(connection, asOf));
        });
    }

    /** Of a segment, so many customers whose ids come after another; by their ids. */
    List<String> page(Rule rule, AsOf asOf, String after, int most) {
        return transactions.call(connection -> {
            roomy(connection);
            return Sql.of("select customer_id from (")
                    .add(Members.of(rule, asOf))
                    .add(
                            ") member where customer_id collate \"C\" > ? order by customer_id collate \"C\" limit ?",
                            after,
                            most)
                    .list(connection, row -> row.getString(1));
        });
    }

    /** How many customers are in which of several segments: by a number whose bits say in which. */
    List<Part> parts(List<Rule.Saved> segments, AsOf asOf) {
        Sql parts = Sql.of("select held, count(*) from (select customer_id, bit_or(bit) as held from (");
        for (int i = 0; i < segments.size(); i++) {
            parts.add((i == 0 ? "" : "union all ") + "select customer_id, " + (1 << i) + " as bit from (")
                    .add(Members.of(segments.get(i).rule(), asOf))
                    .add(") segment");
        }
        parts.add(") member group by customer_id) customer group by held");
        return transactions.call(connection -> {
            roomy(connection);
            return parts.list(connection, row -> new Part(row.getInt(1), row.getLong(2)));
        });
    }

    /** The customers who are in exactly these segments. */
    record Part(int held, long customers) {
        boolean isIn(int segment) {
            return (held & 1 << segment) != 0;
        }
    }

    /** For the rest of the transaction: sets of a million customers are put together in memory rather than on disk. */
    public static void roomy(Connection connection) throws SQLException {
        Sql.of("select set_config('work_mem', '64MB', true), set_config('jit', 'off', true)")
                .list(connection, row -> true);
    }

    private static long customers(Connection connection, AsOf asOf) throws SQLException {
        return ConditionMembers.customers(asOf)
                .list(connection, row -> row.getLong(1))
                .getFirst();
    }

    private static long count(Connection connection, Sql customers) throws SQLException {
        return Sql.of("select count(*) from (")
                .add(customers)
                .add(") member")
                .list(connection, row -> row.getLong(1))
                .getFirst();
    }
}
