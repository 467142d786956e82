package io.rapport.frame.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeObjectTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @ParameterizedTest
    @ValueSource(strings = {"0", "-12.50", "1e39", "1e-40", "9007199254740993", "{\"b\": [1.5, 2e3]}"})
    void numbersThatCanBeKept(String value) throws JsonProcessingException {
        assertThat(rule(value)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e400", "-1e40", "1e-400", "1e2147483647", "1e-2147483647", "{\"b\": 1e400}", "{\"b\": [1e400]}"
            })
    void numbersThatAreShortOnlyWithTheirExponent(String value) throws JsonProcessingException {
        assertThat(rule(value)).contains("digits");
    }

    private static String rule(String value) throws JsonProcessingException {
        return FreeObject.brokenRule(JSON.readTree("{\"a\": " + value + "}"), 100);
    }
}
