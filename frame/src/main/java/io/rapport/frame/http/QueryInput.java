package io.rapport.frame.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.rapport.frame.json.Text;
import io.rapport.frame.problem.FieldError;
import io.rapport.frame.problem.Problems;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a query string parameter by parameter and collects every broken rule, as {@code JsonInput} does for bodies. Call
 * {@link #finish} before anything that was read is used.
 */
public final class QueryInput {
    private static final int LONGEST = 2_000;
    private static final int MOST = 1_000;

    private final Map<String, List<String>> parameters;
    private final Set<String> known = new HashSet<>();
    private final List<FieldError> errors = new ArrayList<>();

    /** Reads the query as it was sent: a semicolon parts no parameters, since it may stand within one, as in a segment. */
    public QueryInput(UriInfo uri) {
        String query = uri.getRequestUri().getRawQuery();
        this.parameters = query == null
                ? Map.of()
                : new QueryStringDecoder(query, StandardCharsets.UTF_8, false, MOST, true).parameters();
    }

    /** The value, or null where it is missing or empty. */
    public String text(String name) {
        known.add(name);
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            return refuse(name, "must be given once");
        }
        if (values.isEmpty() || values.getFirst().isEmpty()) {
            return null;
        }
        String rule = Text.brokenRule(values.getFirst(), LONGEST);
        return rule == null ? values.getFirst() : refuse(name, rule);
    }

    public String oneOf(String name, Collection<String> allowed) {
        String text = text(name);
        return text == null || allowed.contains(text)
                ? text
                : refuse(name, "must be one of " + String.join(", ", allowed));
    }

    public int integer(String name, int least, int most, int otherwise) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        if (text.matches("-?\\d{1,9}")) {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        }
        refuse(name, "must be a whole number from " + least + " to " + most);
        return otherwise;
    }

    public LocalDate date(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        LocalDate date = parseDate(text);
        boolean fits = date != null && date.getYear() >= 1970 && date.getYear() <= 2100;
        return fits ? date : refuse(name, "must be a date such as 2026-03-01, in the years 1970 to 2100");
    }

    public LocalDate requiredDate(String name) {
        LocalDate date = date(name);
        if (date == null && errors.stream().noneMatch(error -> name.equals(error.field()))) {
            refuse(name, "is required");
        }
        return date;
    }

    public Instant instant(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            boolean fits = !instant.isBefore(Instant.EPOCH) && instant.isBefore(Instant.parse("2101-01-01T00:00:00Z"));
            return fits ? instant : refuse(name, "must lie in the years 1970 to 2100");
        } catch (DateTimeParseException malformed) {
            return refuse(name, "must be an RFC 3339 instant such as 2026-03-01T09:30:00Z");
        }
    }

    /** Adds a broken rule of the caller's own; returns null so that it can stand in a return. */
    public <T> T refuse(String name, String rule) {
        errors.add(new FieldError(null, name, rule));
        return null;
    }

    public void finish() {
        parameters.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> refuse(Text.shown(name), "is not a known parameter"));
        if (!errors.isEmpty()) {
            throw Problems.validation(errors);
        }
    }

    private static LocalDate parseDate(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            return null;
        }
    }
}
