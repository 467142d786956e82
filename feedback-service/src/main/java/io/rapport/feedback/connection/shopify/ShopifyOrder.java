package io.rapport.feedback.connection.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.rapport.feedback.connection.Change;
import io.rapport.feedback.connection.EventDraft;
import io.rapport.feedback.connection.Payloads;
import io.rapport.frame.problem.Problems;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What Shopify's orders and refunds mean here. An order is a purchase once it is paid, whichever message tells so first. */
final class ShopifyOrder {
    private static final Set<String> PAID = Set.of("paid", "partially_paid", "partially_refunded", "refunded");
    private static final int MOST_ITEMS = 50;

    private final String source;
    private final boolean testOrders;

    ShopifyOrder(String source, boolean testOrders) {
        this.source = source;
        this.testOrders = testOrders;
    }

    List<Change> changes(JsonNode order) {
        String id = Payloads.required(order, "/id");
        if (order.path("test").asBoolean() && !testOrders) {
            return List.of(new Change.Passed("a test order"));
        }
        String state = order.path("financial_status").asText();
        if (!PAID.contains(state)) {
            return List.of(new Change.Passed("the order is not paid yet"));
        }
        Instant at = when(order);
        String customer = customer(order, order.path("customer"));
        List<Change> changes = new ArrayList<>();
        changes.add(new EventDraft(source, "purchase:" + id, "purchase", at)
                .with("customerId", customer)
                .with("channel", channel(order))
                .with("location", Payloads.text(order.path("location_id")))
                .value(money(order.path("total_price"), "total_price"), Payloads.required(order, "/currency"))
                .property("orderId", id)
                .property("orderName", Payloads.text(order.path("name")))
                .property("items", items(order))
                .change());
        for (JsonNode refund : order.path("refunds")) {
            changes.addAll(refund(refund, customer));
        }
        identify(changes, order, order.path("customer"), at);
        return changes;
    }

    /** @param customer of the order; null where only the refund is told */
    List<Change> refund(JsonNode refund, String customer) {
        String id = Payloads.required(refund, "/id");
        BigDecimal amount = BigDecimal.ZERO;
        String currency = null;
        for (JsonNode transaction : refund.path("transactions")) {
            String status = transaction.path("status").asText("success");
            if (transaction.path("kind").asText().equals("refund") && status.equals("success")) {
                amount = amount.add(money(transaction.path("amount"), "transactions.amount"));
                currency = Payloads.text(transaction.path("currency"));
            }
        }
        if (currency == null || amount.signum() == 0) {
            return List.of(new Change.Passed("a refund of no money"));
        }
        return List.of(new EventDraft(source, "refund:" + id, "refund", when(refund))
                .with("customerId", customer)
                .with("channel", "online_store")
                .value(amount, currency)
                .property("orderId", Payloads.text(refund.path("order_id")))
                .property("reason", Payloads.text(refund.path("note")))
                .change());
    }

    List<Change> customer(JsonNode customer) {
        Payloads.required(customer, "/id");
        List<Change> changes = new ArrayList<>();
        JsonNode at = customer.has("updated_at") ? customer.path("updated_at") : customer.path("created_at");
        identify(changes, customer, customer, Payloads.instant(at, "updated_at"));
        return changes.isEmpty() ? List.of(new Change.Passed("a customer without an e-mail address")) : changes;
    }

    private static void identify(List<Change> changes, JsonNode order, JsonNode customer, Instant at) {
        String id = Payloads.text(customer.path("id"));
        String email = email(order, customer);
        if (id != null && email != null && email.length() <= 200) {
            changes.add(EventDraft.identified(email, id, at));
        }
    }

    /** A guest is known by the address alone. */
    private static String customer(JsonNode order, JsonNode customer) {
        String id = Payloads.text(customer.path("id"));
        String email = email(order, customer);
        return id != null || email == null ? id : email.strip().toLowerCase(Locale.ROOT);
    }

    private static String email(JsonNode order, JsonNode customer) {
        String email = Payloads.text(customer.path("email"));
        return email == null ? Payloads.text(order.path("email")) : email;
    }

    private static String channel(JsonNode order) {
        return order.path("source_name").asText().equals("pos") ? "in_store" : "online_store";
    }

    private static Instant when(JsonNode thing) {
        boolean processed = thing.hasNonNull("processed_at");
        String member = processed ? "processed_at" : "created_at";
        return Payloads.instant(thing.path(member), member);
    }

    private static ArrayNode items(JsonNode order) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (JsonNode line : order.path("line_items")) {
            if (items.size() < MOST_ITEMS) {
                items.addObject()
                        .put("product", line.path("title").asText())
                        .put("quantity", line.path("quantity").asInt(1));
            }
        }
        return items.isEmpty() ? null : items;
    }

    private static BigDecimal money(JsonNode amount, String name) {
        try {
            return new BigDecimal(amount.asText());
        } catch (NumberFormatException malformed) {
            throw Problems.validation(name, "must be an amount such as 12.50");
        }
    }
}
