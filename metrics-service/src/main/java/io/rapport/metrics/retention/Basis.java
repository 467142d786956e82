package io.rapport.metrics.retention;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.metric.Parameter;
import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** By what it is told whether a customer is still there. */
public enum Basis {
    /** By a subscription that runs. */
    CONTRACTUAL,
    /** By an order within the business's days of inactivity. */
    INACTIVITY;

    /** The name of the parameter, and of the member of the answer. */
    public static final String NAME = "basis";

    public static final Parameter PARAMETER = Parameter.oneOf(NAME, List.of("contractual", "inactivity"));

    /** What was asked for; without that, subscriptions where the business has any. */
    public static Basis of(String given, Connection connection, Business business) throws SQLException {
        if (given != null) {
            return valueOf(given.toUpperCase(Locale.ROOT));
        }
        boolean any = !Sql.of("select 1 from customer_subscription where business_id = ? limit 1", business.id())
                .list(connection, row -> true)
                .isEmpty();
        return any ? CONTRACTUAL : INACTIVITY;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
