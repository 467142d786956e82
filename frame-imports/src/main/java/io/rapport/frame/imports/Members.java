package io.rapport.frame.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;

/** Members of a fact by their names, levels parted by dots: {@code page.url}. */
final class Members {
    private static final String PROPERTIES = "properties";

    /** Whose members are of the client's own naming, dots included. */
    private static final Set<String> FREE = Set.of(PROPERTIES, "traits");

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,9})?");

    private Members() {}

    static void put(ObjectNode fact, String name, JsonNode value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            fact.set(name, value);
            return;
        }
        String first = name.substring(0, dot);
        String rest = name.substring(dot + 1);
        ObjectNode inner = fact.path(first).isObject() ? (ObjectNode) fact.get(first) : fact.putObject(first);
        if (FREE.contains(first)) {
            inner.set(rest, first.equals(PROPERTIES) ? typed(value) : value);
        } else {
            put(inner, rest, value);
        }
    }

    /** A cell is text, whatever it says; a property that is a number or a truth is one. */
    private static JsonNode typed(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : "";
        if (text.equals("true") || text.equals("false")) {
            return BooleanNode.valueOf(text.equals("true"));
        }
        return NUMBER.matcher(text).matches() ? DecimalNode.valueOf(new BigDecimal(text)) : value;
    }

    /** The member of that name in a row; null where there is none. */
    static JsonNode find(JsonNode row, String name) {
        if (row.has(name)) {
            return row.get(name);
        }
        int dot = name.indexOf('.');
        return dot < 0 || !row.has(name.substring(0, dot))
                ? null
                : find(row.get(name.substring(0, dot)), name.substring(dot + 1));
    }
}
