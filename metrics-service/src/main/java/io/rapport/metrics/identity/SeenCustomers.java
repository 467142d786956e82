package io.rapport.metrics.identity;

import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which customer ids a business knows, and since when: each that a fact names. */
public final class SeenCustomers {
    private SeenCustomers() {}

    /** Customers with the time of the first fact that names them. */
    public static final class Named {
        private final SortedMap<String, Instant> first = new TreeMap<>();

        public Named add(String customer, Instant at) {
            if (customer != null) {
                first.merge(customer, at, (one, other) -> one.isBefore(other) ? one : other);
            }
            return this;
        }
    }

    /** Notes customers whom facts name; in one order, so that two commits wait for one another instead of locking each other out. */
    public static void note(Connection connection, String business, Named named) throws SQLException {
        Map<String, Instant> first = named.first;
        if (first.isEmpty()) {
            return;
        }
        Sql.of(
                        "insert into customer_seen (business_id, customer_id, first_seen) select ?, n.id, n.at"
                                + " from unnest(?, ?) as n (id, at) where not exists (select from customer_seen s"
                                + " where s.business_id = ? and s.customer_id = n.id and s.first_seen <= n.at) order by n.id"
                                + " on conflict (business_id, customer_id) do update"
                                + " set first_seen = least(customer_seen.first_seen, excluded.first_seen)",
                        business,
                        first.keySet().toArray(String[]::new),
                        first.values().toArray(Instant[]::new),
                        business)
                .update(connection);
    }

    /** Finds anew since when customers are known of whom a fact is gone or has changed, and whether they still are. */
    public static void recount(Connection connection, String business, Collection<String> customers)
            throws SQLException {
        if (customers.isEmpty()) {
            return;
        }
        Set<String> all = new TreeSet<>(customers);
        all.addAll(Sql.of(
                        "select customer_id from customer_alias where business_id = ? and known_as = any (?)",
                        business,
                        customers.toArray(String[]::new))
                .list(connection, row -> row.getString(1)));
        String[] ids = all.toArray(String[]::new);
        Sql.of("delete from customer_seen where business_id = ? and customer_id = any (?)", business, ids)
                .update(connection);
        Sql facts = Sql.of(
                "insert into customer_seen (business_id, customer_id, first_seen) select ?, id, min(at) from (",
                business);
        facts(facts, "customer_id", "occurred_at", "event where left_out is null", business, ids)
                .add("union all");
        facts(facts, "customer_id", "occurred_at", "identity_link where undone_at is null", business, ids)
                .add("union all");
        facts(
                        facts,
                        "id",
                        "occurred_at",
                        "identity_link where undone_at is null and id_type = 'customer'",
                        business,
                        ids)
                .add("union all");
        facts(facts, "customer_id", "coalesce(first_at, occurred_at)", "customer_trait_fact where true", business, ids)
                .add("union all");
        facts(facts, "customer_id", "occurred_at", "feedback_current where not deleted", business, ids)
                .add(") named group by id order by id")
                .add("on conflict (business_id, customer_id) do update")
                .add("set first_seen = least(customer_seen.first_seen, excluded.first_seen)")
                .update(connection);
    }

    private static Sql facts(Sql all, String column, String time, String which, String business, String[] ids) {
        return all.add("select " + column + " as id, " + time + " as at from " + which)
                .add("and business_id = ? and " + column + " = any (?)", business, ids);
    }
}
