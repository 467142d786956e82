package io.rapport.feedback.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.rapport.feedback.review.FeedbackReader;
import io.rapport.feedback.review.SurveyAnswer;
import io.rapport.frame.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** What connectors need to make changes of payloads, by the rules of our own API. */
@ApplicationScoped
public class Payloads {
    private static final long FIRST_MOMENT =
            Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();

    private final ObjectMapper json;
    private final FeedbackReader reader;

    Payloads(ObjectMapper json, FeedbackReader reader) {
        this.json = json;
        this.reader = reader;
    }

    /** The payload, which must be an object. */
    public JsonNode object(byte[] body) {
        JsonNode payload = any(body);
        if (payload == null || !payload.isObject()) {
            throw Problems.validation(null, "The payload must be a JSON object.");
        }
        return payload;
    }

    public JsonNode any(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException malformed) {
            throw Problems.validation(null, "The payload is not valid JSON.");
        }
    }

    public byte[] bytes(JsonNode tree) {
        try {
            return json.writeValueAsBytes(tree);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Change said(FeedbackDraft draft) {
        return new Change.Said(reader.one(draft.fields));
    }

    /** @param changedAt when the source last changed it, so that versions end in the same order however they come */
    public Change said(FeedbackDraft draft, Instant changedAt) {
        draft.fields.put("revision", revision(changedAt));
        return said(draft);
    }

    public Change answered(FeedbackDraft draft, SurveyAnswer answer) {
        return new Change.Said(reader.one(draft.fields).answering(answer));
    }

    /** @param at when the source deleted it; null where it doesn't say */
    public Change deleted(String source, String id, Instant at) {
        var fields = JsonNodeFactory.instance.objectNode().put("source", source).put("id", id);
        if (at != null) {
            fields.put("revision", revision(at) + 1);
        }
        return new Change.Deleted(reader.deleted(fields));
    }

    /**
     * The number of the version of a moment: twice the seconds since 2020, so that a deletion in the same second can be the
     * next one.
     */
    static int revision(Instant at) {
        return (int) Math.clamp(2 * (at.getEpochSecond() - FIRST_MOMENT), 1, 999_999_998);
    }

    /** A text member of the payload that must be there, which an error names by its path. */
    public static String required(JsonNode in, String path) {
        String found = text(in.at(path));
        if (found == null) {
            throw Problems.validation(path.substring(1).replace('/', '.'), "is required");
        }
        return found;
    }

    /** Text or number as text; null where it is missing, null or empty. */
    public static String text(JsonNode node) {
        boolean there = node != null && node.isValueNode() && !node.isNull();
        return there && !node.asText().isEmpty() ? node.asText() : null;
    }

    /** Seconds since 1970. */
    public static Instant seconds(JsonNode node, String name) {
        if (!node.canConvertToLong() && !node.asText().matches("\\d{1,12}")) {
            throw Problems.validation(name, "must be a number of seconds since 1970");
        }
        return Instant.ofEpochSecond(node.asLong());
    }

    public static Instant instant(JsonNode node, String name) {
        try {
            return OffsetDateTime.parse(node.asText()).toInstant();
        } catch (DateTimeParseException malformed) {
            throw Problems.validation(name, "must be an RFC 3339 instant");
        }
    }
}
