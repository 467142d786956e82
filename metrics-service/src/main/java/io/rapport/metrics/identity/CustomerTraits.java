package io.rapport.metrics.identity;

import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What is known of customers: of all that was said of one, by any of its ids, the value of each trait that was said last. */
final class CustomerTraits {
    private CustomerTraits() {}

    /** Keeps what the link says of its customer. */
    static void save(Connection connection, String business, IdentityLink link, String recordedBy) throws SQLException {
        if (link.traits().isEmpty()) {
            return;
        }
        Sql.of(
                        "insert into customer_trait_fact (business_id, customer_id, name, value, first_at, occurred_at,"
                                + " recorded_by) select ?, ?, name, value, ?, ?, ? from unnest(?, ?) as t (name, value) order by name"
                                + " on conflict (business_id, customer_id, name, md5(value), recorded_by) do update"
                                + " set occurred_at = greatest(customer_trait_fact.occurred_at, excluded.occurred_at),"
                                + " first_at = least(coalesce(customer_trait_fact.first_at,"
                                + " customer_trait_fact.occurred_at), excluded.first_at)",
                        business,
                        link.customerId(),
                        link.occurredAt(),
                        link.occurredAt(),
                        recordedBy,
                        link.traits().keySet().toArray(String[]::new),
                        link.traits().values().toArray(String[]::new))
                .update(connection);
        derive(connection, business, Set.of(CustomerAliases.knownAs(connection, business, link.customerId())));
    }

    /** Takes back what somebody has said. @return of which customers */
    static List<String> takeBack(Connection connection, String business, String recordedBy) throws SQLException {
        return Sql.of(
                        "with gone as (delete from customer_trait_fact where business_id = ? and recorded_by = ?"
                                + " returning customer_id) select distinct coalesce(a.known_as, g.customer_id)"
                                + " from gone g left join customer_alias a on a.business_id = ?"
                                + " and a.customer_id = g.customer_id",
                        business,
                        recordedBy,
                        business)
                .list(connection, row -> row.getString(1));
    }

    /** @param customers by the ids that they go by, or once went by */
    static void derive(Connection connection, String business, Collection<String> customers) throws SQLException {
        String[] ids = customers.stream().sorted().toArray(String[]::new);
        Sql.of("delete from customer_trait where business_id = ? and customer_id = any (?)", business, ids)
                .update(connection);
        Sql.of(
                        "insert into customer_trait (business_id, customer_id, name, value, occurred_at)"
                                + " select distinct on (customer, name) ?, customer, name, value, occurred_at from ("
                                + "select coalesce(a.known_as, f.customer_id) as customer, f.* from customer_trait_fact f"
                                + " left join customer_alias a on a.business_id = f.business_id"
                                + " and a.customer_id = f.customer_id where f.business_id = ? and f.customer_id in"
                                + " (select unnest(?) union select customer_id from customer_alias"
                                + " where business_id = ? and known_as = any (?))) said"
                                + " where customer = any (?) order by customer, name, occurred_at desc, seq desc"
                                + " on conflict (business_id, customer_id, name) do update"
                                + " set value = excluded.value, occurred_at = excluded.occurred_at"
                                + " where excluded.occurred_at >= customer_trait.occurred_at",
                        business,
                        business,
                        ids,
                        business,
                        ids,
                        ids)
                .update(connection);
    }
}
