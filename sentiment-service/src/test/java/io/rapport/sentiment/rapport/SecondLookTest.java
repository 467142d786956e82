package io.rapport.sentiment.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondLookTest {
    private static final double[] SCORES = {0.1, 0, 0.2};

    private final SecondLook look = new SecondLook(weights());

    @Test
    void aSureAnswerStandsWithoutParsing() {
        double[] first = {0.1, 0.2, 0.7};

        assertThat(look.probabilities(SCORES, first, () -> {
                    throw new AssertionError("asked");
                }))
                .isEqualTo(first);
    }

    @Test
    void theNetworkDecidesWhereTheFirstAnswerIsUnsure() {
        double[] p = look.probabilities(SCORES, new double[] {0.3, 0.3, 0.4}, () -> new double[] {0.6, 0, -0.8, 0});

        assertThat(p[0]).isGreaterThan(0.9);
        assertThat(p[0] + p[1] + p[2]).isBetween(1 - 1e-9, 1 + 1e-9);
    }

    /** Negative for each very negative sentence, nothing else. */
    private static List<Double> weights() {
        List<Double> weights = new ArrayList<>(Collections.nCopies(3 * SecondLook.SIZE, 0.0));
        weights.set(4, 10.0);
        return weights;
    }
}
