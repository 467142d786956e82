package io.rapport.metrics.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.json.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Values with which a trait is compared, as the text that is kept of traits. */
final class TraitValue {
    private static final int LONGEST = 1_000;
    private static final int MOST = 100;
    private static final int MOST_DIGITS = 18;

    private TraitValue() {}

    /** One value; a number is compared as such, however it was written. */
    static Rule.Test one(JsonInput input, String field) {
        JsonNode value = input.any(field);
        String rule = brokenRule(value);
        if (rule != null) {
            return input.refuse(field, rule);
        }
        if (value.isNumber()) {
            Bounds.Limit limit = new Bounds.Limit(value.decimalValue(), true);
            return new Rule.Sized(new Bounds(limit, limit));
        }
        return new Rule.OneOf(List.of(text(value)));
    }

    /** One of several texts. */
    static Rule.Test several(JsonInput input, String field) {
        JsonNode array = input.any(field);
        if (!array.isArray() || array.isEmpty() || array.size() > MOST) {
            return input.refuse(field, "must be an array of 1 to " + MOST + " strings, numbers or booleans");
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String rule = brokenRule(array.get(i));
            if (rule == null) {
                values.add(text(array.get(i)));
            } else {
                input.refuse(field + "[" + i + "]", rule);
            }
        }
        return new Rule.OneOf(values);
    }

    private static String brokenRule(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue().isEmpty() ? "must not be empty" : Text.brokenRule(value.textValue(), LONGEST);
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            boolean small = number.precision() <= 2 * MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
            return small ? null : "must be a number of fewer digits";
        }
        return value.isBoolean() ? null : "must be a string, a number or a boolean";
    }

    private static String text(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }
}
