package io.rapport.metrics.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fact that a typed id and a customer are one person, from a moment on (and before it, until another link says otherwise).
 *
 * @param idType visitor, email, phone or handle
 * @param id the id of that type
 * @param traits what is known of the customer since then, as text
 */
record IdentityLink(String idType, String id, String customerId, Instant occurredAt, Map<String, String> traits) {
    static final String VISITOR = "visitor";

    /** The member of the wire that bears an id of each type. */
    static final Map<String, String> MEMBER_OF_TYPE = members();

    private static final int ID = 200;
    private static final int MOST_TRAITS = 50;

    static IdentityLink read(JsonNode body, Instant now) {
        JsonInput input = JsonInput.object(body);
        List<String> given = MEMBER_OF_TYPE.keySet().stream()
                .filter(type -> input.has(MEMBER_OF_TYPE.get(type)))
                .toList();
        if (given.size() != 1) {
            input.refuse("visitorId", "exactly one of visitorId, email, phone and handle must be given");
        }
        String type = given.isEmpty() ? VISITOR : given.getFirst();
        String id = given.isEmpty() ? null : input.requiredText(MEMBER_OF_TYPE.get(type), ID);
        String customer = input.requiredText("customerId", ID);
        Instant occurredAt = input.instant("occurredAt", now);
        Map<String, String> traits = traits(input);
        input.finish();
        return new IdentityLink(type, id, customer, occurredAt == null ? now : occurredAt, traits);
    }

    private static Map<String, String> traits(JsonInput input) {
        JsonNode traits = input.free("traits", MOST_TRAITS);
        Map<String, String> values = new LinkedHashMap<>();
        if (traits != null) {
            traits.properties().forEach(trait -> {
                if (trait.getValue().isContainerNode()) {
                    input.refuse("traits." + trait.getKey(), "must be a string, a number or a boolean");
                } else if (!trait.getValue().isNull()) {
                    values.put(trait.getKey(), text(trait.getValue()));
                }
            });
        }
        return values;
    }

    private static String text(JsonNode value) {
        return value.isNumber() ? plain(value.decimalValue()) : value.asText();
    }

    private static String plain(BigDecimal number) {
        return number.abs().precision() - number.scale() > 30 ? number.toString() : number.toPlainString();
    }

    private static Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put(VISITOR, "visitorId");
        members.put("email", "email");
        members.put("phone", "phone");
        members.put("handle", "handle");
        return members;
    }
}
