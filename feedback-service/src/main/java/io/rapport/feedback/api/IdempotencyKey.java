package io.rapport.feedback.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.rapport.feedback.sql.Ids;
import io.rapport.frame.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes a creation repeatable: the id of what is created follows from the business and the client's key, so that the same key
 * again finds the same resource.
 */
public record IdempotencyKey(String value) {
    public static final String HEADER = "Idempotency-Key";

    /** @param value the header's; null where it is missing */
    public IdempotencyKey {
        if (value != null && !value.matches("[\\x21-\\x7e]{1,200}")) {
            throw Problems.validation(HEADER, "must be 1 to 200 visible ASCII characters");
        }
    }

    public boolean isGiven() {
        return value != null;
    }

    /** The id of what the request creates: always the same with a key, random without. */
    public String id(String prefix, String business) {
        return isGiven() ? Ids.derived(prefix, business, value) : Ids.random(prefix);
    }

    /** Tells whether two requests ask for the same, whatever the order of their members. */
    public static String hash(JsonNode body) {
        return Ids.derived("", sorted(body).toString());
    }

    /** Throws unless the stored resource was created by a request with this hash, and is still there. */
    public static void check(String storedHash, String requestHash, boolean deleted) {
        if (deleted) {
            throw Problems.conflict("What was created with this " + HEADER + " has been deleted.");
        }
        if (!requestHash.equals(storedHash)) {
            throw Problems.conflict("This " + HEADER + " was used with another body.");
        }
    }

    private static Object sorted(JsonNode node) {
        if (!node.isObject()) {
            return node.isArray() ? elements(node) : node;
        }
        Map<String, Object> members = new TreeMap<>();
        node.fields().forEachRemaining(member -> members.put(quoted(member.getKey()), sorted(member.getValue())));
        return members;
    }

    private static Object elements(JsonNode array) {
        List<Object> sorted = new ArrayList<>();
        for (JsonNode element : array) {
            sorted.add(sorted(element));
        }
        return sorted;
    }

    private static String quoted(String name) {
        return TextNode.valueOf(name).toString();
    }
}
