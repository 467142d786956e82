package io.rapport.metrics.identity;

import io.rapport.frame.problem.Problems;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.value.ValueTasks;
import io.rapport.metrics.visit.VisitTasks;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** By which id each merged customer goes in the end: derived from the links that hold, with all that follows from it. */
final class CustomerAliases {
    private CustomerAliases() {}

    /** Lets no other derive for the business until the transaction ends, so that no visit is missed that is being made. */
    static void lock(Connection connection, String business) throws SQLException {
        Sql.of("select pg_advisory_xact_lock(hashtext('derivation'), hashtext(?))::text", business)
                .list(connection, row -> true);
    }

    /** Brings everything in line with the links that hold now. */
    static void refresh(Connection connection, String business) throws SQLException {
        Map<String, String> before = stored(connection, business);
        Map<String, String> after = ends(links(connection, business));
        Set<String> changed = new HashSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(id -> Objects.equals(before.get(id), after.get(id)));
        if (changed.isEmpty()) {
            return;
        }
        store(connection, business, changed, after);
        Set<String> customers = new HashSet<>();
        changed.forEach(id -> customers.add(before.getOrDefault(id, id)));
        noteVisits(connection, business, customers);
        ValueTasks.noteCustomers(connection, business, customers);
        changed.forEach(id -> customers.add(after.getOrDefault(id, id)));
        CustomerTraits.derive(connection, business, customers);
    }

    /** The id that a customer goes by. */
    static String knownAs(Connection connection, String business, String customer) throws SQLException {
        return Sql.of(
                        "select known_as from customer_alias where business_id = ? and customer_id = ?",
                        business,
                        customer)
                .list(connection, row -> row.getString(1))
                .stream()
                .findFirst()
                .orElse(customer);
    }

    /** Where each chain of links ends. */
    static Map<String, String> ends(Map<String, String> links) {
        Map<String, String> ends = new TreeMap<>();
        for (String start : links.keySet()) {
            String end = start;
            Set<String> seen = new HashSet<>();
            while (links.containsKey(end)) {
                if (!seen.add(end)) {
                    throw Problems.conflict("The customers would be merged in a circle.");
                }
                end = links.get(end);
            }
            ends.put(start, end);
        }
        return ends;
    }

    /** Of each id the link that was made last. */
    private static Map<String, String> links(Connection connection, String business) throws SQLException {
        Map<String, String> links = new HashMap<>();
        Sql.of(
                        "select distinct on (id) id, customer_id from identity_link where business_id = ?"
                                + " and id_type = 'customer' and undone_at is null order by id, occurred_at desc, seq desc",
                        business)
                .list(connection, row -> links.put(row.getString(1), row.getString(2)));
        return links;
    }

    private static Map<String, String> stored(Connection connection, String business) throws SQLException {
        Map<String, String> stored = new HashMap<>();
        Sql.of("select customer_id, known_as from customer_alias where business_id = ?", business)
                .list(connection, row -> stored.put(row.getString(1), row.getString(2)));
        return stored;
    }

    private static void store(Connection connection, String business, Set<String> changed, Map<String, String> after)
            throws SQLException {
        Sql.of(
                        "delete from customer_alias where business_id = ? and customer_id = any (?)",
                        business,
                        changed.toArray(String[]::new))
                .update(connection);
        List<String> merged = changed.stream().filter(after::containsKey).toList();
        Sql.of(
                        "insert into customer_alias (business_id, customer_id, known_as) select ?, a.* from unnest(?, ?) as a",
                        business,
                        merged.toArray(String[]::new),
                        merged.stream().map(after::get).toArray(String[]::new))
                .update(connection);
    }

    private static void noteVisits(Connection connection, String business, Set<String> customers) throws SQLException {
        List<VisitTasks.Touch> visitors = Sql.of(
                        "select distinct visitor_id from visit where business_id = ? and customer_id = any (?)",
                        business,
                        customers.toArray(String[]::new))
                .list(connection, row -> VisitTasks.Touch.everything(row.getString(1)));
        VisitTasks.note(connection, business, visitors);
    }
}
