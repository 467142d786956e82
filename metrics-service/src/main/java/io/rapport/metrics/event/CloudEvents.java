package io.rapport.metrics.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.frame.json.JsonInput;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads CloudEvents 1.0 as events: {@code id}, {@code source} and {@code type} are what they are in an event, {@code time} is
 * when it happened, and {@code data} holds an event's other members. What else the envelope says is kept among the properties.
 */
final class CloudEvents {
    static final String ONE = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";

    /** The property under which the envelope's other attributes are kept. */
    static final String KEPT_AS = "cloudEvent";

    private static final String HEADER = "ce-";
    private static final String DATA = "data";
    private static final int MOST_ATTRIBUTES = 50;
    private static final int LONGEST = 2_000;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,50}");

    /** A plus sign stands for itself in a header, unlike in a form. */
    private static final Pattern PLUS = Pattern.compile("+", Pattern.LITERAL);

    private static final Set<String> OF_EVENT =
            Set.of("specversion", "id", "source", "type", "time", "datacontenttype", DATA);

    private final EventReader reader;

    CloudEvents(EventReader reader) {
        this.reader = reader;
    }

    /** Whether the attributes stand in headers and the body is the data alone. */
    static boolean inHeaders(HttpHeaders headers) {
        return headers.getHeaderString(HEADER + "specversion") != null
                && MediaType.APPLICATION_JSON_TYPE.isCompatible(headers.getMediaType());
    }

    static boolean isOne(MediaType type) {
        return MediaType.valueOf(ONE).isCompatible(type);
    }

    static boolean isBatch(MediaType type) {
        return MediaType.valueOf(BATCH).isCompatible(type);
    }

    List<Event> one(JsonNode body) {
        JsonInput input = JsonInput.object(body);
        Event event = event(input, body);
        input.finish();
        return List.of(event);
    }

    List<Event> batch(JsonNode body) {
        List<JsonInput> inputs = JsonInput.many(body, EventReader.MOST);
        List<Event> events = IntStream.range(0, inputs.size())
                .mapToObj(i -> event(inputs.get(i), body.get(i)))
                .toList();
        JsonInput.finish(inputs);
        return events;
    }

    /** The binary content mode: the same event as if its attributes stood around the body. */
    List<Event> binary(HttpHeaders headers, JsonNode data) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        headers.getRequestHeaders().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(HEADER)) {
                whole.put(lower.substring(HEADER.length()), decoded(values.getFirst()));
            }
        });
        whole.set(DATA, data);
        return one(whole);
    }

    private Event event(JsonInput input, JsonNode node) {
        if (!"1.0".equals(input.requiredText("specversion", 10)) && input.has("specversion")) {
            input.refuse("specversion", "must be 1.0");
        }
        // Told by the data itself: what isn't a JSON object is refused.
        input.text("datacontenttype", LONGEST);
        JsonInput data = input.child(DATA);
        JsonInput inner = data == null ? JsonInput.object(JsonNodeFactory.instance.objectNode()) : data;
        return reader.event(input, "time", inner, properties(input, inner, node));
    }

    private static JsonNode properties(JsonInput input, JsonInput inner, JsonNode node) {
        JsonNode own = EventReader.properties(inner);
        ObjectNode attributes = attributes(input, node);
        if (attributes.isEmpty()) {
            return own;
        }
        ObjectNode all = own == null ? JsonNodeFactory.instance.objectNode() : own.deepCopy();
        // What the event itself says under this name stays.
        if (!all.has(KEPT_AS)) {
            all.set(KEPT_AS, attributes);
        }
        return all;
    }

    private static ObjectNode attributes(JsonInput input, JsonNode node) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(member -> {
            String name = member.getKey();
            // A name that no attribute may have is left to be refused as unknown.
            boolean known = OF_EVENT.contains(name) || !NAME.matcher(name).matches();
            if (!known && isPlain(input, name, member.getValue())) {
                kept.set(name, member.getValue());
            }
        });
        if (kept.size() > MOST_ATTRIBUTES) {
            input.refuse(KEPT_AS, "must have at most " + MOST_ATTRIBUTES + " attributes of its own");
        }
        return kept;
    }

    private static boolean isPlain(JsonInput input, String name, JsonNode value) {
        JsonNode asked = input.any(name);
        if (asked == null) {
            return false;
        }
        if (value.isContainerNode()) {
            input.refuse(name, "must be a string, a number or a boolean");
            return false;
        }
        return value.isTextual() ? input.text(name, LONGEST) != null : !value.isNumber() || input.decimal(name) != null;
    }

    private static String decoded(String header) {
        try {
            return URLDecoder.decode(PLUS.matcher(header).replaceAll("%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException literal) {
            return header;
        }
    }
}
