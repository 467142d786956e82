package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Whether an answer is as a document shows it. The document's {@code "…"} stands for any value, in a text for any rest of it,
 * and the member {@code "…"} for members that it doesn't show; a number with decimals is rounded to as many.
 */
final class Likeness {
    private static final String ANYTHING = "…";
    private static final ObjectReader EXACT =
            Json.MAPPER.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Likeness() {}

    static void assertLike(String shown, String actual) {
        assertLike(read(shown), read(actual), "");
    }

    private static void assertLike(JsonNode shown, JsonNode actual, String path) {
        if (shown.isTextual() && shown.textValue().equals(ANYTHING)) {
            return;
        }
        assertThat(actual.getNodeType()).as(path).isEqualTo(shown.getNodeType());
        if (shown.isObject()) {
            assertMembers(shown, actual, path);
        } else if (shown.isArray()) {
            assertThat(actual.size()).as("%s has elements", path).isEqualTo(shown.size());
            for (int index = 0; index < shown.size(); index++) {
                assertLike(shown.get(index), actual.get(index), path + "/" + index);
            }
        } else if (shown.isTextual()) {
            assertThat(actual.textValue()).as(path).matches(pattern(shown.textValue()));
        } else {
            assertThat(rounded(actual, shown)).as(path).isEqualTo(shown);
        }
    }

    private static void assertMembers(JsonNode shown, JsonNode actual, String path) {
        shown.properties().stream()
                .filter(member -> !member.getKey().equals(ANYTHING))
                .forEach(member -> {
                    assertThat(actual.has(member.getKey()))
                            .as("%s has %s", path, member.getKey())
                            .isTrue();
                    assertLike(member.getValue(), actual.get(member.getKey()), path + "/" + member.getKey());
                });
        if (!shown.has(ANYTHING)) {
            assertThat(actual.fieldNames())
                    .toIterable()
                    .as("members of %s", path)
                    .allMatch(shown::has);
        }
    }

    private static JsonNode rounded(JsonNode actual, JsonNode shown) {
        return shown.isBigDecimal() && actual.isNumber()
                ? Json.MAPPER
                        .getNodeFactory()
                        .numberNode(actual.decimalValue()
                                .setScale(shown.decimalValue().scale(), RoundingMode.HALF_UP))
                : actual;
    }

    private static Pattern pattern(String shown) {
        return Pattern.compile(Pattern.quote(shown).replace(ANYTHING, "\\E.+\\Q"), Pattern.DOTALL);
    }

    private static JsonNode read(String text) {
        try {
            return EXACT.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("Not JSON: " + text, broken);
        }
    }
}
