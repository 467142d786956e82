package io.rapport.metrics.privacy;

import io.rapport.metrics.identity.Person;
import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A person by all ids, and what is known to be said by them, as feedback-service is told it.
 *
 * @param feedback by source and id
 */
public record KnownPerson(List<String> customers, List<String> visitors, List<String> addresses, List<Said> feedback) {

    /** A feedback. */
    public record Said(String source, String id) {}

    static KnownPerson of(Connection connection, String business, String customer) throws SQLException {
        Person person = Person.of(connection, business, customer);
        List<Said> feedback = Sql.of("select source, id from feedback_current where business_id = ?", business)
                .add("and (customer_id = any (?)", (Object) person.customers().toArray(String[]::new))
                .add("or customer_id is null and visitor_id = any (?)", (Object)
                        person.visitors().toArray(String[]::new))
                .add("and owner_of_visitor(business_id, visitor_id, occurred_at) = ?)", person.knownAs())
                .add("order by 1, 2")
                .list(connection, row -> new Said(row.getString(1), row.getString(2)));
        return new KnownPerson(person.customers(), person.visitors(), person.addresses(), feedback);
    }
}
