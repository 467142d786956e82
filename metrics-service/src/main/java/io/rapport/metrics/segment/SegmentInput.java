package io.rapport.metrics.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import java.util.regex.Pattern;

/**
 * What a request says of a segment.
 *
 * @param name null where a change leaves it
 * @param rule null where a change leaves it
 */
record SegmentInput(String name, Rule rule) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_RULE = 20_000;
    /** So that a name can stand in an address where the short notation of conditions can. */
    private static final Pattern NAME = Pattern.compile("[^=<>!;,\\\\\\p{Cntrl}]+");

    static SegmentInput forNew(JsonNode body) {
        JsonInput input = JsonInput.object(body);
        String name = name(input, input.requiredText("name", LONGEST_NAME));
        SegmentInput read = new SegmentInput(name, rule(input));
        input.finish();
        return read;
    }

    static SegmentInput forChange(JsonNode body) {
        JsonInput input = JsonInput.object(body);
        String name = input.has("name") ? name(input, input.requiredText("name", LONGEST_NAME)) : null;
        Rule rule = input.has("rule") ? rule(input) : null;
        input.finish();
        return new SegmentInput(name, rule);
    }

    private static Rule rule(JsonInput input) {
        JsonNode rule = input.any("rule");
        return rule != null && rule.isObject() && rule.toString().length() > LONGEST_RULE
                ? input.refuse("rule", "must have at most " + LONGEST_RULE + " characters")
                : RuleReader.read(input, "rule");
    }

    private static String name(JsonInput input, String name) {
        if (name == null) {
            return null;
        }
        String kept = name.strip();
        return NAME.matcher(kept).matches() && !SegmentIds.PATTERN.matcher(kept).matches()
                ? kept
                : input.refuse("name", "must not contain = < > ! ; , \\ or control characters, nor look like an id");
    }
}
