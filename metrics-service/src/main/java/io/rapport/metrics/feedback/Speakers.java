package io.rapport.metrics.feedback;

import io.rapport.metrics.identity.SeenCustomers;
import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/** The customers of one business of whom feedback has told: those who are new to it, and those of whom it told otherwise before. */
final class Speakers {
    private final SeenCustomers.Named named = new SeenCustomers.Named();
    private final Set<String> changed = new TreeSet<>();

    /** An edit or a deletion may take a customer away, or what was said to another time. */
    void before(Connection connection, FeedbackFact fact) throws SQLException {
        if (fact.revision() > 1 || fact.deleted()) {
            changed.addAll(Sql.of(
                            "select customer_id from feedback_current where business_id = ? and source = ? and id = ?"
                                    + " and customer_id is not null",
                            fact.businessId(),
                            fact.source(),
                            fact.id())
                    .list(connection, row -> row.getString(1)));
        }
    }

    /** What holds now. */
    void after(FeedbackFact fact) {
        if (!fact.deleted()) {
            named.add(fact.customerId(), fact.occurredAt());
        }
    }

    void note(Connection connection, String business) throws SQLException {
        SeenCustomers.recount(connection, business, changed);
        SeenCustomers.note(connection, business, named);
    }
}
