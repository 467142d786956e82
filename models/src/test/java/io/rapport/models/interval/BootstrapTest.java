package io.rapport.models.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootstrapTest {
    /** The first column of the spatial test of Efron and Tibshirani (1993), table 14.1. */
    private static final double[] SPATIAL_A = {
        48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41
    };

    @Test
    @DisplayName(
            "BCa of a variance agrees with Efron and Tibshirani (1993), table 14.2: a .061, 115.8 to 259.6 within 2 %")
    void spatialTest() {
        assertThat(variance(SPATIAL_A)).isCloseTo(171.5, within(0.05));
        Bootstrap interval = Bootstrap.bca(SPATIAL_A, BootstrapTest::variance, 0.9, 20_000, 1);
        assertThat(interval.acceleration()).isCloseTo(0.061, within(5e-4));
        assertThat(interval.bias()).as("theirs is of 2,000 draws").isCloseTo(0.146, within(0.06));
        assertThat(interval.low()).isCloseTo(115.8, within(115.8 * 0.02));
        assertThat(interval.high()).isCloseTo(259.6, within(259.6 * 0.02));
        assertThat(Bootstrap.bca(SPATIAL_A, BootstrapTest::variance, 0.9, 20_000, 1))
                .isEqualTo(interval);
    }

    @Test
    void nothingIsSaidOfTooLittle() {
        assertThat(Bootstrap.bca(new double[] {3}, BootstrapTest::variance, 0.95, 100, 1))
                .isNull();
        assertThat(Bootstrap.bca(new double[] {3, 3, 3}, s -> s[0], 0.95, 100, 1))
                .isNull();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"0, 1", "0.1, 1.9", "0.25, 3.25", "0.5, 5.5", "0.8, 8.2", "1, 10"})
    @DisplayName("Quantiles agree with R's quantile(1:10), type 7")
    void quantiles(double share, double value) {
        assertThat(Quantiles.of(10, 9, 8, 7, 6, 5, 4, 3, 2, 1).at(share)).isCloseTo(value, within(1e-12));
    }

    @Test
    void parts() {
        Quantiles tens = Quantiles.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(new int[] {tens.part(1, 5), tens.part(3, 5), tens.part(3.1, 5), tens.part(11, 5)})
                .containsExactly(1, 1, 2, 5);
        assertThat(Quantiles.of(7).at(0.3)).isEqualTo(7);
        assertThatThrownBy(() -> Quantiles.of()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quantiles.of(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quantiles.of(1).at(1.1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** As they define it: divided by n. */
    private static double variance(double[] sample) {
        double mean = Arrays.stream(sample).average().orElseThrow();
        return Arrays.stream(sample).map(x -> (x - mean) * (x - mean)).sum() / sample.length;
    }
}
