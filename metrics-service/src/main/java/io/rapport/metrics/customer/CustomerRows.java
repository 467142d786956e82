package io.rapport.metrics.customer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.metrics.business.Business;
import io.rapport.metrics.prediction.Reason;
import io.rapport.metrics.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes of a row of {@link KnownCustomers} what is shown of it. */
@ApplicationScoped
class CustomerRows {
    private static final double LEVEL = 0.95;
    /** An expected value is no payment: it is shown a little more exactly. */
    private static final int MORE_DIGITS = 2;

    private final ObjectMapper json;

    CustomerRows(ObjectMapper json) {
        this.json = json;
    }

    Customer.Value value(ResultSet row, Business business) throws SQLException {
        int digits = digits(business);
        long orders = row.getLong("orders");
        BigDecimal spent = row.getBigDecimal("spent_minor");
        BigDecimal revenue = spent == null ? BigDecimal.ZERO : spent.subtract(row.getBigDecimal("refunded_minor"));
        long unpriced = row.getLong("unpriced");
        return new Customer.Value(
                orders,
                money(revenue, digits),
                business.currency().getCurrencyCode(),
                orders == unpriced
                        ? null
                        : money(revenue.divide(BigDecimal.valueOf(orders - unpriced), MathContext.DECIMAL64), digits),
                unpriced,
                Sql.instant(row, "first_order_at"),
                Sql.instant(row, "last_order_at"),
                rfm(row, digits));
    }

    private static Customer.Rfm rfm(ResultSet row, int digits) throws SQLException {
        return row.getString("tier") == null
                ? null
                : new Customer.Rfm(
                        row.getInt("recency_days"),
                        row.getLong("scored_orders"),
                        money(row.getBigDecimal("scored_minor"), digits),
                        row.getString("tier"),
                        row.getString("recency_score")
                                + row.getString("frequency_score")
                                + row.getString("monetary_score"),
                        row.getObject("as_of", LocalDate.class));
    }

    /** @param versions of the fits, as they are shown */
    Customer.Predictions predictions(ResultSet row, Business business, String versions) throws SQLException {
        Double alive = row.getObject("p_alive", Double.class);
        Double risk = row.getObject("churn_risk", Double.class);
        if (alive == null && risk == null) {
            return null;
        }
        int digits = digits(business) + MORE_DIGITS;
        JsonNode detail = detail(row.getString("detail"));
        Double worth = row.getObject("order_value", Double.class);
        return new Customer.Predictions(
                alive,
                alive == null ? null : byDays(row.getDouble("purchases_90"), row.getDouble("purchases_365")),
                worth == null
                        ? null
                        : byDays(
                                decimal(row.getDouble("value_90"), digits),
                                decimal(row.getDouble("value_365"), digits)),
                worth == null ? null : decimal(worth, digits),
                alive == null ? null : intervals(detail, worth, digits),
                risk,
                reasons(detail),
                row.getObject("as_of", LocalDate.class),
                versions);
    }

    private static Customer.Intervals intervals(JsonNode detail, Double worth, int digits) {
        return new Customer.Intervals(
                LEVEL,
                byDays(range(detail, "90"), range(detail, "365")),
                worth == null ? null : byDays(worth(detail, "90", worth, digits), worth(detail, "365", worth, digits)));
    }

    private static Customer.Range range(JsonNode detail, String days) {
        return new Customer.Range(
                detail.path("low" + days).asInt(), detail.path("high" + days).asInt());
    }

    private static Customer.MoneyRange worth(JsonNode detail, String days, double each, int digits) {
        Customer.Range purchases = range(detail, days);
        return new Customer.MoneyRange(
                decimal(purchases.low() * each, digits), decimal(purchases.high() * each, digits));
    }

    private static <T> Map<String, T> byDays(T in90, T in365) {
        Map<String, T> both = new LinkedHashMap<>();
        both.put("90", in90);
        both.put("365", in365);
        return both;
    }

    private List<Reason> reasons(JsonNode detail) {
        List<Reason> reasons = new ArrayList<>();
        detail.path("reasons").forEach(reason -> reasons.add(json.convertValue(reason, Reason.class)));
        return reasons;
    }

    private JsonNode detail(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int digits(Business business) {
        return Math.max(0, business.currency().getDefaultFractionDigits());
    }

    private static String money(BigDecimal minor, int digits) {
        return minor.movePointLeft(digits)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String decimal(double value, int digits) {
        return BigDecimal.valueOf(value)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
