package io.rapport.metrics.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediansTest {
    @ParameterizedTest(name = "of {0} values from the {1}th")
    @CsvSource({"5, 0", "6, 1", "10, 2", "20, 6", "50, 18", "100, 40"})
    @DisplayName("The ranks at 95 % are those of the usual tables for the sign test")
    void agreesWithTheTables(long n, long rank) {
        assertThat(Medians.rank(n, 0.95)).isEqualTo(rank);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.8, 0.9, 0.95, 0.99})
    @DisplayName("By the binomial distribution, the interval holds the median as often as it says or more often")
    void coversTheMedian(double level) {
        for (int n = 1; n <= 2_000; n++) {
            int rank = (int) Medians.rank(n, level);
            if (rank >= 1) {
                double coverage = 1 - 2 * new BinomialDistribution(n, 0.5).cumulativeProbability(rank - 1);
                assertThat(coverage).as("of " + n).isGreaterThanOrEqualTo(level);
            }
        }
    }
}
