package io.rapport.feedback.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.rapport.feedback.sql.Ids;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A row as feedback: a cell is text, whatever it says, so numbers and truths are made of it where they belong. */
final class FeedbackRow {
    private static final String RATING = "rating";
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern COMMA = Pattern.compile("-?[0-9]{1,9},[0-9]{1,9}");
    private static final Map<String, Boolean> TRUTHS =
            Map.of("true", true, "yes", true, "1", true, "false", false, "no", false, "0", false);

    private FeedbackRow() {}

    static ObjectNode of(ObjectNode row) {
        number(row, "revision");
        if (row.path(RATING) instanceof ObjectNode rating) {
            number(rating, "scale");
            decimals(rating);
            truth(rating);
        }
        if (!row.hasNonNull("id")) {
            row.put("id", Ids.derived("row:", told(row)));
        }
        return row;
    }

    private static void number(ObjectNode of, String member) {
        if (of.get(member) instanceof TextNode text
                && WHOLE.matcher(text.textValue()).matches()) {
            of.set(member, IntNode.valueOf(Integer.parseInt(text.textValue())));
        }
    }

    /** Half of the world writes 4,5. */
    private static void decimals(ObjectNode rating) {
        for (String member : new String[] {"value", "min", "max"}) {
            if (rating.get(member) instanceof TextNode text
                    && COMMA.matcher(text.textValue()).matches()) {
                rating.put(member, text.textValue().replace(',', '.'));
            }
        }
    }

    private static void truth(ObjectNode rating) {
        if (rating.get("recommends") instanceof TextNode text) {
            Boolean truth = TRUTHS.get(text.textValue().strip().toLowerCase(Locale.ROOT));
            if (truth != null) {
                rating.set("recommends", BooleanNode.valueOf(truth));
            }
        }
    }

    /** What a row without an id is known by: all that it says, whatever the order of its columns. */
    private static String told(JsonNode row) {
        Map<String, String> members = new TreeMap<>();
        row.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
        return members.toString();
    }

    private static String sorted(JsonNode value) {
        return value.isObject() ? told(value) : value.toString();
    }
}
