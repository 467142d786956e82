package io.rapport.frame.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.problem.FieldError;
import io.rapport.frame.problem.Problems;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Where each member of a fact is found in a row: in a column, perhaps as a time in a format of its own, or the same in all rows.
 *
 * @param parts from the member, its levels parted by dots, to where it is found
 * @param text as it was given
 */
record Mapping(Map<String, Part> parts, String text) {
    private static final int MOST = 200;
    private static final int LONGEST = 500;
    private static final Set<String> DAYS = Set.of("from", "to");

    /** @param column null where {@code value} is the same in all rows; @param format null where the text is taken as it is */
    record Part(String column, DateTimeFormatter format, JsonNode value) {}

    static Mapping read(JsonNode mapping) {
        JsonInput input = JsonInput.object(JsonNodeFactory.instance.objectNode().set("mapping", mapping));
        input.free("mapping", MOST * 3);
        input.finish();
        if (mapping.isEmpty() || mapping.size() > MOST) {
            throw Problems.validation("mapping", "must be a JSON object of 1 to " + MOST + " members");
        }
        Map<String, Part> parts = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        mapping.properties().forEach(member -> {
            try {
                parts.put(member.getKey(), part(member.getKey(), member.getValue()));
            } catch (IllegalArgumentException broken) {
                errors.add(new FieldError(null, "mapping." + member.getKey(), broken.getMessage()));
            }
        });
        if (!errors.isEmpty()) {
            throw Problems.validation(errors);
        }
        return new Mapping(parts, mapping.toString());
    }

    /** The fact that a row is. */
    ObjectNode apply(ObjectNode empty, Function<String, JsonNode> cell, ZoneId zone) {
        parts.forEach((member, part) -> {
            JsonNode value = part.column == null ? part.value : cell.apply(part.column);
            if (value != null && !value.isNull()) {
                Members.put(empty, member, part.format == null ? value : time(member, part.format, value, zone));
            }
        });
        return empty;
    }

    List<String> columns() {
        return parts.values().stream()
                .map(Part::column)
                .filter(column -> column != null)
                .toList();
    }

    private static Part part(String member, JsonNode given) {
        if (member.isBlank() || member.length() > LONGEST || member.startsWith(".") || member.endsWith(".")) {
            throw new IllegalArgumentException("is not the name of a member");
        }
        if (given.isTextual()) {
            return new Part(column(given), null, null);
        }
        if (given.isObject() && given.size() == 1 && given.hasNonNull("value")) {
            return new Part(null, null, given.get("value"));
        }
        boolean known = given.isObject()
                && given.path("column").isTextual()
                && given.size() == (given.path("format").isTextual() ? 2 : 1);
        if (!known) {
            throw new IllegalArgumentException(
                    "must be a column's name, {\"column\": …, \"format\": …} or {\"value\": …}");
        }
        return new Part(column(given.get("column")), format(given.path("format")), null);
    }

    private static String column(JsonNode name) {
        if (name.textValue().isBlank() || name.textValue().length() > LONGEST) {
            throw new IllegalArgumentException("must name a column");
        }
        return name.textValue();
    }

    private static DateTimeFormatter format(JsonNode format) {
        try {
            return format.isMissingNode() ? null : DateTimeFormatter.ofPattern(format.textValue(), Locale.ENGLISH);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("must have a format such as dd/MM/yyyy HH:mm");
        }
    }

    /** A text that doesn't have the format stays as it is, and breaks the member's own rule. */
    private static JsonNode time(String member, DateTimeFormatter format, JsonNode value, ZoneId zone) {
        try {
            TemporalAccessor time = format.parseBest(
                    value.asText().strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return TextNode.valueOf(DAYS.contains(member) ? LocalDate.from(time).toString() : instant(time, zone));
        } catch (DateTimeParseException other) {
            return value;
        }
    }

    private static String instant(TemporalAccessor time, ZoneId zone) {
        return switch (time) {
            case OffsetDateTime moment -> moment.toInstant().toString();
            case LocalDateTime local -> local.atZone(zone).toInstant().toString();
            default -> LocalDate.from(time).atStartOfDay(zone).toInstant().toString();
        };
    }
}
