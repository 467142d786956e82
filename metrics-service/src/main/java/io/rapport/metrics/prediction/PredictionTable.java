package io.rapport.metrics.prediction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.metrics.metric.Period;
import io.rapport.metrics.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;

/** The table of what is said of customers. A scoring writes all of them anew, and takes away those of before. */
@ApplicationScoped
class PredictionTable {
    private static final String INSERT = """
            insert into customer_prediction (business_id, customer_id, scoring, as_of, recency_days, orders, spent_minor,
              recency_score, frequency_score, monetary_score, tier, p_alive, purchases_90, purchases_365, order_value,
              value_90, value_365, churn_risk, detail)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            on conflict (business_id, customer_id) do update set (scoring, as_of, recency_days, orders, spent_minor,
              recency_score, frequency_score, monetary_score, tier, p_alive, purchases_90, purchases_365, order_value,
              value_90, value_365, churn_risk, detail) = (excluded.scoring, excluded.as_of, excluded.recency_days,
              excluded.orders, excluded.spent_minor, excluded.recency_score, excluded.frequency_score,
              excluded.monetary_score, excluded.tier, excluded.p_alive, excluded.purchases_90, excluded.purchases_365,
              excluded.order_value, excluded.value_90, excluded.value_365, excluded.churn_risk, excluded.detail)
            where customer_prediction.scoring <= excluded.scoring""";

    private final ObjectMapper json;

    PredictionTable(ObjectMapper json) {
        this.json = json;
    }

    /** One scoring of a business at a time, until the transaction ends. */
    static void hold(Connection connection, String business) throws SQLException {
        Sql.of("select pg_advisory_xact_lock(hashtext('scoring'), hashtext(?))::text", business)
                .list(connection, row -> true);
    }

    /** The number of the next scoring. */
    static int next(Connection connection, String business) throws SQLException {
        return Sql.of("select 1 + coalesce(max(number), 0) from customer_scoring where business_id = ?", business)
                .list(connection, row -> row.getInt(1))
                .getFirst();
    }

    void save(Connection connection, String business, int scoring, List<Prediction> page) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Prediction one : page) {
                bind(statement, business, scoring, one);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void bind(PreparedStatement statement, String business, int scoring, Prediction one) throws SQLException {
        Prediction.Rfm rfm = one.rfm();
        Outlook outlook = one.outlook();
        Object[] values = {
            business,
            one.customer(),
            scoring,
            one.asOf(),
            rfm == null ? null : rfm.days(),
            rfm == null ? null : rfm.orders(),
            rfm == null ? null : rfm.minor(),
            rfm == null ? null : rfm.scores().recency(),
            rfm == null ? null : rfm.scores().frequency(),
            rfm == null ? null : rfm.scores().monetary(),
            rfm == null ? null : rfm.scores().tier(),
            outlook == null ? null : (Double) outlook.pAlive(),
            outlook == null ? null : (Double) outlook.in90().purchases(),
            outlook == null ? null : (Double) outlook.in365().purchases(),
            outlook == null ? null : outlook.orderValue(),
            outlook == null ? null : outlook.value(outlook.in90()),
            outlook == null ? null : outlook.value(outlook.in365()),
            one.churn() == null ? null : (Double) one.churn().risk(),
            text(Prediction.Detail.of(one))
        };
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                statement.setNull(i + 1, Types.NULL);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }

    /** The scoring is whole: what others wrote before it goes. */
    void finish(
            Connection connection,
            String business,
            int scoring,
            Period period,
            Instant now,
            long customers,
            Object detail)
            throws SQLException {
        Sql.of("delete from customer_prediction where business_id = ? and scoring < ?", business, scoring)
                .update(connection);
        Sql.of(
                        "insert into customer_scoring (business_id, number, from_day, as_of, scored_at, customers, detail)"
                                + " values (?, ?, ?, ?, ?, ?, ?::jsonb) on conflict (business_id) do update set"
                                + " (number, from_day, as_of, scored_at, customers, detail) = (excluded.number,"
                                + " excluded.from_day, excluded.as_of, excluded.scored_at, excluded.customers,"
                                + " excluded.detail) where customer_scoring.number < excluded.number",
                        business,
                        scoring,
                        period.from(),
                        period.to(),
                        now,
                        customers,
                        text(detail))
                .update(connection);
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
