package io.rapport.metrics.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The fact that a typed id and a customer are one person, from a moment on (and before it, until another link says otherwise).
 *
 * @param idType visitor, email, phone, handle, or customer where two ids turn out to be one customer's
 * @param id the id of that type
 * @param traits what is known of the customer since then, as text
 */
record IdentityLink(String idType, String id, String customerId, Instant occurredAt, Map<String, String> traits) {
    static final String VISITOR = "visitor";
    static final String CUSTOMER = "customer";
    private static final String EMAIL = "email";

    /** The member of the wire that bears an id of each type. */
    static final Map<String, String> MEMBER_OF_TYPE = members();

    static final int ID = 200;
    private static final int MOST_TRAITS = 50;

    static IdentityLink read(JsonNode body, Instant now) {
        JsonInput input = JsonInput.object(body);
        List<String> given = MEMBER_OF_TYPE.keySet().stream()
                .filter(type -> input.has(MEMBER_OF_TYPE.get(type)))
                .toList();
        if (given.size() != 1) {
            input.refuse(
                    "visitorId", "exactly one of visitorId, email, phone, handle and formerCustomerId must be given");
        }
        String type = given.isEmpty() ? VISITOR : given.getFirst();
        String id = given.isEmpty() ? null : input.requiredText(MEMBER_OF_TYPE.get(type), ID);
        String customer = input.requiredText("customerId", ID);
        if (type.equals(CUSTOMER) && id != null && id.equals(customer)) {
            input.refuse("customerId", "must be another id than formerCustomerId");
        }
        Instant occurredAt = input.instant("occurredAt", now);
        Map<String, String> traits = traits(input);
        input.finish();
        return new IdentityLink(type, normalised(type, id), customer, occurredAt == null ? now : occurredAt, traits);
    }

    /** Addresses that differ in their case alone are one. */
    static String normalised(String type, String id) {
        return type.equals(EMAIL) && id != null ? id.strip().toLowerCase(Locale.ROOT) : id;
    }

    static Map<String, String> traits(JsonInput input) {
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
        members.put(EMAIL, EMAIL);
        members.put("phone", "phone");
        members.put("handle", "handle");
        members.put(CUSTOMER, "formerCustomerId");
        return members;
    }
}
