package io.rapport.metrics.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.frame.problem.FieldError;
import io.rapport.frame.problem.Problems;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/** An order as the event that it is: a purchase, or a refund where it says so. */
final class Orders {
    private static final String PURCHASE = "purchase";
    private static final String REFUND = "refund";

    private Orders() {}

    static ObjectNode event(ObjectNode order, Currency usual) {
        ObjectNode event = order.deepCopy();
        List<FieldError> errors = new ArrayList<>();
        JsonNode orderId = event.remove("orderId");
        if (orderId == null || orderId.asText().isBlank()) {
            errors.add(new FieldError(null, "orderId", "is required"));
        }
        String type = event.path("type").asText(PURCHASE);
        if (!Set.of(PURCHASE, REFUND).contains(type)) {
            errors.add(new FieldError(null, "type", "must be purchase or refund"));
        }
        if (!errors.isEmpty()) {
            throw Problems.validation(errors);
        }
        event.put("type", type);
        if (!event.hasNonNull("source")) {
            event.put("source", "orders");
        }
        if (!event.hasNonNull("id")) {
            event.put("id", type.equals(REFUND) ? "refund:" + orderId.asText() : orderId.asText());
        }
        if (event.path("value").isObject() && !event.path("value").hasNonNull("currency")) {
            ((ObjectNode) event.get("value")).put("currency", usual.getCurrencyCode());
        }
        properties(event, orderId);
        return event;
    }

    private static void properties(ObjectNode event, JsonNode orderId) {
        boolean given = event.hasNonNull("properties");
        if (given && !event.get("properties").isObject()) {
            return;
        }
        ObjectNode properties = given ? (ObjectNode) event.get("properties") : event.putObject("properties");
        properties.put("orderId", orderId.asText());
        JsonNode items = event.remove("items");
        if (items != null && !items.isNull()) {
            properties.set("items", items);
        }
    }
}
