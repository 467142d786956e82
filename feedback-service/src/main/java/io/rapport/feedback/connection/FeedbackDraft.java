package io.rapport.feedback.connection;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.frame.json.Text;
import java.math.BigDecimal;
import java.time.Instant;

/** A feedback as a source tells it, in the form of our API. What is null or empty is left out; names are cut to what fits. */
public final class FeedbackDraft {
    private static final int LONGEST_NAME = 200;
    final ObjectNode fields = JsonNodeFactory.instance.objectNode();

    public FeedbackDraft(String source, String id, String kind, Instant occurredAt) {
        fields.put("source", source).put("id", id).put("kind", kind).put("occurredAt", occurredAt.toString());
    }

    public FeedbackDraft text(String text) {
        return put("text", text);
    }

    public FeedbackDraft with(String member, String value) {
        return put(member, cut(value));
    }

    public FeedbackDraft url(String url) {
        return url == null || url.length() > 2_000 ? this : put("url", url);
    }

    public FeedbackDraft author(String name, String customerId) {
        String shown = cut(name);
        if (shown != null || customerId != null) {
            fields.putObject("author").put("name", shown).put("customerId", customerId);
        }
        return this;
    }

    public FeedbackDraft rating(BigDecimal value, BigDecimal min, BigDecimal max) {
        fields.putObject("rating").put("value", value).put("min", min).put("max", max);
        return this;
    }

    public FeedbackDraft recommends(boolean recommends) {
        fields.putObject("rating").put("recommends", recommends);
        return this;
    }

    private FeedbackDraft put(String member, String value) {
        if (value != null && !value.isBlank()) {
            fields.put(member, value);
        }
        return this;
    }

    private static String cut(String value) {
        return value == null || value.isBlank() || Text.brokenRule(value, LONGEST_NAME) == null
                ? value
                : value.substring(0, Math.min(LONGEST_NAME, value.length()));
    }
}
