package io.rapport.frame.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;

/** The rules of an object of the client's own making, such as an event's properties. */
final class FreeObject {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 10_000;

    private FreeObject() {}

    /** The rule that the object breaks, or null. */
    static String brokenRule(JsonNode object, int mostMembers) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(object);
        int members = 0;
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            members += node.size();
            if (members > mostMembers) {
                return "must have at most " + mostMembers + " members";
            }
            for (var names = node.fieldNames(); names.hasNext(); ) {
                String rule = Text.brokenRule(names.next(), LONGEST_NAME);
                if (rule != null) {
                    return "has a member whose name " + rule;
                }
            }
            for (JsonNode value : node) {
                String rule = value.isTextual() ? Text.brokenRule(value.textValue(), LONGEST_TEXT) : numberRule(value);
                if (rule != null) {
                    return "has a member that " + rule;
                }
                if (value.isContainerNode()) {
                    open.push(value);
                }
            }
        }
        return null;
    }

    /** A short number such as 1e9999 is stored and written out in full, and would then be too long to be read again. */
    private static String numberRule(JsonNode value) {
        return value.isNumber() && !Numbers.isShortWhenWrittenOut(value.decimalValue())
                ? "is a number of more digits than can be kept"
                : null;
    }
}
