package io.rapport.sentiment.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelRuleTest {

    @ParameterizedTest
    @CsvSource({
        "1, POSITIVE",
        "0.15, POSITIVE",
        "0.1499, NEUTRAL",
        "0, NEUTRAL",
        "-0.0499, NEUTRAL",
        "-0.05, NEGATIVE",
        "-1, NEGATIVE"
    })
    void boundsBelongToTheStrongerLabel(double score, Label expected) {
        assertThat(LabelRule.label(score)).isEqualTo(expected);
    }
}
