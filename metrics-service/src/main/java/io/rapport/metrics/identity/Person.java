package io.rapport.metrics.identity;

import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.value.ValueTasks;
import io.rapport.metrics.visit.VisitTasks;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is known of who one person is, by the links that hold now.
 *
 * @param knownAs the id that the customer goes by in the end
 * @param customers that one, and all that were merged into it
 * @param visitors who were linked to any of them, if not at all times
 * @param addresses e-mail addresses, phone numbers and handles that were linked to any of them
 */
public record Person(String knownAs, List<String> customers, List<String> visitors, List<String> addresses) {

    public static Person of(Connection connection, String business, String customer) throws SQLException {
        String knownAs = CustomerAliases.knownAs(connection, business, customer);
        List<String> customers = new ArrayList<>(List.of(knownAs));
        customers.addAll(Sql.of(
                        "select customer_id from customer_alias where business_id = ? and known_as = ? order by 1",
                        business,
                        knownAs)
                .list(connection, row -> row.getString(1)));
        List<String> visitors = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        Sql.of(
                        "select distinct id_type, id from identity_link where business_id = ? and customer_id = any (?)"
                                + " and id_type <> 'customer' and undone_at is null order by 1, 2",
                        business,
                        (Object) customers.toArray(String[]::new))
                .list(connection, row -> (row.getString(1).equals(IdentityLink.VISITOR) ? visitors : addresses)
                        .add(row.getString(2)));
        return new Person(knownAs, customers, visitors, addresses);
    }

    /**
     * How much was forgotten.
     *
     * @param links undone ones too
     * @param traits values of traits, earlier ones too
     */
    public record Forgotten(int links, int traits) {}

    /** Forgets every link and trait; what is derived of them follows. */
    public Forgotten forget(Connection connection, String business) throws SQLException {
        CustomerAliases.lock(connection, business);
        String[] ids = customers.toArray(String[]::new);
        int links = Sql.of(
                        "delete from identity_link where business_id = ? and (customer_id = any (?)"
                                + " or id_type = 'customer' and id = any (?))",
                        business,
                        ids,
                        ids)
                .update(connection);
        int traits = Sql.of(
                        "delete from customer_trait_fact where business_id = ? and customer_id = any (?)",
                        business,
                        ids)
                .update(connection);
        CustomerAliases.refresh(connection, business);
        CustomerTraits.derive(connection, business, customers);
        SeenCustomers.recount(connection, business, customers);
        VisitTasks.note(connection, business, VisitTasks.merge(visitors.stream().map(VisitTasks.Touch::everything)));
        ValueTasks.noteIds(connection, business, visitors, addresses);
        return new Forgotten(links, traits);
    }
}
