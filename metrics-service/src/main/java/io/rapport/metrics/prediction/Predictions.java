package io.rapport.metrics.prediction;

import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What was predicted of customers, for those who take it away. */
public final class Predictions {
    private Predictions() {}

    /** Nothing is said any more of customers who are forgotten. */
    public static void forget(Connection connection, String business, List<String> customers) throws SQLException {
        Sql.of(
                        "delete from customer_prediction where business_id = ? and customer_id = any (?)",
                        business,
                        customers.toArray(String[]::new))
                .update(connection);
    }
}
