package io.rapport.frame.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The single values of a document in whatever form it came: JSON, lines of JSON, a form, or JSON within a text of those,
 * also in base64. Read and not searched, since the same id may be written in many ways.
 */
public final class Scalars {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}={0,2}");
    private static final int DEEPEST = 5;

    private Scalars() {}

    /** Looks at a value. */
    @FunctionalInterface
    public interface Seen {
        /** @param member the name of the innermost member; empty where the value stands alone */
        boolean is(String member, String value);
    }

    /** Whether any value is it. */
    public static boolean any(byte[] document, Seen seen) {
        return any(new String(document, StandardCharsets.UTF_8), seen);
    }

    /** The same of a text. */
    public static boolean any(String document, Seen seen) {
        String text = document.strip();
        if (isJson(text)) {
            return lines(text, seen);
        }
        return text.indexOf('=') > 0 && text.indexOf(' ') < 0 ? form(text, seen) : seen.is("", text);
    }

    private static boolean lines(String text, Seen seen) {
        try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(text)) {
            while (values.hasNextValue()) {
                if (in("", values.nextValue(), seen, 0)) {
                    return true;
                }
            }
            return false;
        } catch (IOException broken) {
            return seen.is("", text);
        }
    }

    private static boolean form(String text, Seen seen) {
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            String member = name.replaceAll("]$", "").replaceAll(".*\\[", "");
            if (text(member, value, seen, 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean in(String member, JsonNode value, Seen seen, int depth) {
        if (value.isObject()) {
            return value.propertyStream()
                    .anyMatch(
                            inner -> seen.is("", inner.getKey()) || in(inner.getKey(), inner.getValue(), seen, depth));
        }
        if (value.isArray()) {
            return value.valueStream().anyMatch(element -> in(member, element, seen, depth));
        }
        return value.isTextual()
                ? text(member, value.textValue(), seen, depth)
                : value.isNumber() && seen.is(member, value.asText());
    }

    /** A text that holds a document is one. */
    private static boolean text(String member, String value, Seen seen, int depth) {
        if (seen.is(member, value)) {
            return true;
        }
        String inner = depth < DEEPEST ? inner(value.strip()) : null;
        if (inner == null) {
            return false;
        }
        try {
            return in(member, JSON.readTree(inner), seen, depth + 1);
        } catch (JsonProcessingException none) {
            return false;
        }
    }

    private static String inner(String value) {
        if (isJson(value)) {
            return value;
        }
        if (!BASE64.matcher(value).matches()) {
            return null;
        }
        try {
            byte[] bytes =
                    Base64.getMimeDecoder().decode(value.replace('-', '+').replace('_', '/'));
            String decoded = new String(bytes, StandardCharsets.UTF_8).strip();
            return isJson(decoded) ? decoded : null;
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static boolean isJson(String text) {
        return text.startsWith("{") || text.startsWith("[");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
