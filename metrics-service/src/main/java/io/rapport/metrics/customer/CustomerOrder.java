package io.rapport.metrics.customer;

import io.rapport.frame.http.QueryInput;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * In which order customers are listed.
 *
 * @param rank a number of each, never null: who lacks it comes last
 * @param descending from the largest down
 */
record CustomerOrder(String rank, boolean descending) {
    private static final List<String> NAMES = List.of(
            "id",
            "revenue",
            "orders",
            "lastOrder",
            "firstOrder",
            "recency",
            "frequency",
            "monetary",
            "pAlive",
            "expectedPurchases",
            "expectedValue",
            "churnRisk");

    /** By {@code sort}, with a minus sign before it for the other way round; by id without it. */
    static CustomerOrder read(QueryInput input) {
        String text = input.text("sort");
        boolean descending = text != null && text.startsWith("-");
        String name = text == null ? "id" : descending ? text.substring(1) : text;
        if (!NAMES.contains(name)) {
            return input.refuse(
                    "sort", "must be one of " + String.join(", ", NAMES) + ", or one of them after a minus sign");
        }
        String last = descending ? "-1" : "1e30";
        return new CustomerOrder("coalesce((" + column(name) + ")::numeric, " + last + ")", descending);
    }

    private static String column(String name) {
        return switch (name) {
            case "revenue" -> "f.spent_minor - f.refunded_minor";
            case "orders" -> "f.orders";
            case "lastOrder" -> "extract(epoch from f.last_order_at)";
            case "firstOrder" -> "extract(epoch from f.first_order_at)";
            case "recency" -> "f.recency_days";
            case "frequency" -> "f.scored_orders";
            case "monetary" -> "f.scored_minor";
            case "pAlive" -> "f.p_alive";
            case "expectedPurchases" -> "f.purchases_365";
            case "expectedValue" -> "f.value_365";
            case "churnRisk" -> "f.churn_risk";
            default -> "0";
        };
    }

    /** Where the page before ended. */
    record Cursor(BigDecimal rank, String id) {
        static Cursor read(QueryInput input) {
            String text = input.text("cursor");
            if (text == null) {
                return null;
            }
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
                boolean whole = parts.length == 2 && parts[0].matches("-?[0-9.]{1,60}") && parts[1].indexOf('\0') < 0;
                return whole
                        ? new Cursor(new BigDecimal(parts[0]), parts[1])
                        : input.refuse("cursor", "is not one of ours");
            } catch (IllegalArgumentException malformed) {
                return input.refuse("cursor", "is not one of ours");
            }
        }

        String text() {
            String both = rank.toPlainString() + " " + id;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        }
    }

    String direction() {
        return descending ? "desc" : "asc";
    }

    String after() {
        return descending ? "<" : ">";
    }
}
