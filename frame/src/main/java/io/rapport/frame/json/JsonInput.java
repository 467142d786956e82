package io.rapport.frame.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.problem.FieldError;
import io.rapport.frame.problem.Problems;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a JSON object field by field and collects every broken rule instead of stopping at the first.
 *
 * <p>Read all fields, then call {@link #finish}: it refuses members that nobody asked for, and throws one validation problem
 * that names each bad element, field and rule. A reader returns null for a missing or refused field, so nothing that was
 * read may be used before {@code finish} has returned.
 */
public final class JsonInput {
    /** The earliest instant that a fact may bear. */
    public static final Instant EARLIEST = Instant.EPOCH;

    private final JsonNode node;
    private final Integer index;
    private final String path;
    private final List<FieldError> errors;
    private final Set<String> known = new HashSet<>();
    private final List<JsonInput> children = new ArrayList<>();

    private JsonInput(JsonNode node, Integer index, String path, List<FieldError> errors) {
        this.node = node;
        this.index = index;
        this.path = path;
        this.errors = errors;
    }

    /** A body that must be one object. */
    public static JsonInput object(JsonNode body) {
        if (body == null || !body.isObject()) {
            throw Problems.validation(null, "The body must be a JSON object.");
        }
        return new JsonInput(body, null, "", new ArrayList<>());
    }

    /** A body that may be one object or an array of up to {@code most} of them; errors name the element's index. */
    public static List<JsonInput> oneOrMany(JsonNode body, int most) {
        return body != null && body.isObject() ? List.of(object(body)) : many(body, most);
    }

    /** A body that must be an array of 1 to {@code most} objects. */
    public static List<JsonInput> many(JsonNode body, int most) {
        if (body == null || !body.isArray()) {
            throw Problems.validation(null, "The body must be a JSON object or an array of them.");
        }
        if (body.isEmpty() || body.size() > most) {
            throw Problems.validation(
                    null, "The array must hold 1 to " + most + " elements; it holds " + body.size() + ".");
        }
        List<FieldError> errors = new ArrayList<>();
        List<JsonInput> inputs = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            if (!body.get(i).isObject()) {
                errors.add(new FieldError(i, null, "must be a JSON object"));
            }
            inputs.add(new JsonInput(body.get(i), i, "", errors));
        }
        return inputs;
    }

    /** Ends the reading of all the elements of one body. */
    public static void finish(List<JsonInput> inputs) {
        inputs.forEach(JsonInput::refuseUnknown);
        inputs.getFirst().throwErrors();
    }

    /** Ends the reading of a single object. */
    public void finish() {
        refuseUnknown();
        throwErrors();
    }

    public boolean has(String field) {
        return find(field) != null;
    }

    /** Text of 1 to {@code most} characters; null where it is missing. */
    public String text(String field, int most) {
        JsonNode value = find(field);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            return refuse(field, "must be a string");
        }
        String rule = Text.brokenRule(value.textValue(), most);
        return rule == null ? value.textValue() : refuse(field, rule);
    }

    public String requiredText(String field, int most) {
        String text = required(field) ? text(field, most) : null;
        return text != null && text.isBlank() ? refuse(field, "must not be blank") : text;
    }

    /** Text that must be one of {@code allowed}. */
    public String oneOf(String field, Collection<String> allowed) {
        String text = text(field, 100);
        return text == null || allowed.contains(text)
                ? text
                : refuse(field, "must be one of " + String.join(", ", allowed));
    }

    public String requiredOneOf(String field, Collection<String> allowed) {
        return required(field) ? oneOf(field, allowed) : null;
    }

    /** An RFC 3339 instant from 1970-01-01 to a day after {@code now}, to the microsecond. */
    public Instant instant(String field, Instant now) {
        String text = text(field, 40);
        if (text == null) {
            return null;
        }
        Instant instant = Rfc3339.parse(text);
        if (instant == null) {
            return refuse(field, "must be an RFC 3339 instant such as 2026-03-01T09:30:00Z");
        }
        boolean inside = !instant.isBefore(EARLIEST) && !instant.isAfter(now.plus(1, ChronoUnit.DAYS));
        return inside ? instant : refuse(field, "must lie between 1970-01-01 and a day from now");
    }

    public Instant requiredInstant(String field, Instant now) {
        return required(field) ? instant(field, now) : null;
    }

    /** A date such as 2026-03-01, in the years 1970 to 2100. */
    public LocalDate date(String field) {
        String text = text(field, 20);
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() >= 1970 && date.getYear() <= 2100 ? date : refuse(field, "must lie in 1970 to 2100");
        } catch (DateTimeParseException malformed) {
            return refuse(field, "must be a date such as 2026-03-01");
        }
    }

    public Integer integer(String field, int least, int most) {
        JsonNode value = find(field);
        if (value == null) {
            return null;
        }
        boolean fits = value.isIntegralNumber() && value.canConvertToInt();
        return fits && value.intValue() >= least && value.intValue() <= most
                ? value.intValue()
                : refuse(field, "must be a whole number from " + least + " to " + most);
    }

    public Integer requiredInteger(String field, int least, int most) {
        return required(field) ? integer(field, least, most) : null;
    }

    /** A number, or a string that holds one (as money does), of at most 18 digits before and 9 after the point. */
    public BigDecimal decimal(String field) {
        JsonNode value = find(field);
        if (value == null) {
            return null;
        }
        BigDecimal number = Numbers.parse(value);
        return number != null
                ? number
                : refuse(field, "must be a decimal number of at most 18 digits before and 9 after the point");
    }

    public BigDecimal requiredDecimal(String field) {
        return required(field) ? decimal(field) : null;
    }

    /** A measured number with however many digits after the point, rounded to nine of them. */
    public BigDecimal real(String field) {
        JsonNode value = find(field);
        if (value == null) {
            return null;
        }
        BigDecimal number = value.isNumber() ? Numbers.round(value.decimalValue()) : null;
        return number != null ? number : refuse(field, "must be a number");
    }

    /** What was refused so far of this element alone, for a caller that can take the others without it. */
    public java.util.Optional<FieldError> firstError() {
        return errors.stream()
                .filter(error -> java.util.Objects.equals(error.index(), index))
                .findFirst();
    }

    public Boolean bool(String field) {
        JsonNode value = find(field);
        return value == null
                ? null
                : value.isBoolean() ? (Boolean) value.booleanValue() : refuse(field, "must be true or false");
    }

    /** A nested object, whose fields are read in the same way; null where it is missing. */
    public JsonInput child(String field) {
        JsonNode value = find(field);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            return refuse(field, "must be a JSON object");
        }
        return adopt(value, path + field + ".");
    }

    public JsonInput requiredChild(String field) {
        return required(field) ? child(field) : null;
    }

    /** A nested array of at most {@code most} objects; empty where it is missing. */
    public List<JsonInput> children(String field, int most) {
        JsonNode value = find(field);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.size() > most) {
            refuse(field, "must be an array of at most " + most + " objects");
            return List.of();
        }
        List<JsonInput> inputs = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            String element = field + "[" + i + "]";
            if (value.get(i).isObject()) {
                inputs.add(adopt(value.get(i), path + element + "."));
            } else {
                refuse(element, "must be a JSON object");
            }
        }
        return inputs;
    }

    /** A nested array of at most {@code most} texts; empty where it is missing. */
    public List<String> texts(String field, int most, int longest) {
        JsonNode value = find(field);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.size() > most) {
            refuse(field, "must be an array of at most " + most + " strings");
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : value) {
            String rule =
                    element.isTextual() ? Text.brokenRule(element.textValue(), longest) : "must hold strings only";
            if (rule != null) {
                refuse(field, rule);
            } else {
                texts.add(element.textValue());
            }
        }
        return texts;
    }

    /** An object of the client's own making, kept as it is: of at most {@code mostMembers} members in all its levels. */
    public JsonNode free(String field, int mostMembers) {
        JsonNode value = find(field);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            return refuse(field, "must be a JSON object");
        }
        String rule = FreeObject.brokenRule(value, mostMembers);
        return rule == null ? value : refuse(field, rule);
    }

    /** Any value as it stands, for the caller's own rule; null where it is missing. */
    public JsonNode any(String field) {
        return find(field);
    }

    /** Adds a broken rule that spans more than one field; returns null so that it can stand in a return. */
    public <T> T refuse(String field, String rule) {
        errors.add(new FieldError(index, path + field, rule));
        return null;
    }

    private JsonInput adopt(JsonNode value, String childPath) {
        JsonInput child = new JsonInput(value, index, childPath, errors);
        children.add(child);
        return child;
    }

    private boolean required(String field) {
        boolean there = find(field) != null;
        if (!there && node.isObject()) {
            refuse(field, "is required");
        }
        return there;
    }

    private JsonNode find(String field) {
        known.add(field);
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value;
    }

    private void refuseUnknown() {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                refuse(Text.shown(name), "is not a known member");
            }
        });
        children.forEach(JsonInput::refuseUnknown);
    }

    private void throwErrors() {
        if (!errors.isEmpty()) {
            throw Problems.validation(errors);
        }
    }
}
