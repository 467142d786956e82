package io.rapport.metrics.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RatioIntervalTest {

    @Test
    @DisplayName(
            "Of a thousand heavy-tailed amounts the interval from moments lies where the drawn one does, to 3 % of its width")
    void momentsAgreeWithDraws() {
        Random random = new Random(7);
        double[] x = random.doubles(1_000)
                .map(u -> Math.exp(8 + random.nextGaussian()))
                .toArray();
        double[] o = IntStream.range(0, x.length).mapToDouble(i -> 1 + i % 2).toArray();
        Interval drawn = RatioInterval.bootstrap(x, o, 0.95);
        Interval computed = new RatioInterval.Moments(sums(x, o)).interval(0.95);
        double width = drawn.high() - drawn.low();
        assertThat(computed.low()).isCloseTo(drawn.low(), within(0.03 * width));
        assertThat(computed.high()).isCloseTo(drawn.high(), within(0.03 * width));
        double ratio = Arrays.stream(x).sum() / Arrays.stream(o).sum();
        assertThat(computed.high() - ratio)
                .as("the long tail lies above")
                .isGreaterThan(1.02 * (ratio - computed.low()));
    }

    @Test
    void sameAmountsHaveNoSpread() {
        double[] ones = {1, 1, 1, 1};
        assertThat(RatioInterval.bootstrap(ones, ones, 0.95)).isNull();
        assertThat(new RatioInterval.Moments(sums(ones, ones)).interval(0.95)).isNull();
    }

    @Test
    @DisplayName(
            "A ratio by something known exactly has the interval of what is divided; by something that may be 0 it has none")
    void ratioOfTwo() {
        Interval first = new Interval(8, 14, 0.95, "bca");
        Interval known = RatioInterval.mover(10, first, 2, new Interval(2, 2, 0.95, "wilson"));
        assertThat(known.low()).isCloseTo(4, within(1e-9));
        assertThat(known.high()).isCloseTo(7, within(1e-9));
        assertThat(RatioInterval.mover(10, first, 2, new Interval(0, 3, 0.95, "wilson")))
                .isNull();
        Interval wider = RatioInterval.mover(10, first, 2, new Interval(1.5, 2.6, 0.95, "wilson"));
        assertThat(wider.low()).isLessThan(4);
        assertThat(wider.high()).isGreaterThan(7);
    }

    @Test
    @DisplayName("The difference of two proportions put together from Wilson's intervals is Newcombe's")
    void differenceOfTwo() {
        Interval newcombe = Proportions.difference(56, 70, 48, 80, 0.95);
        Interval difference =
                RatioInterval.difference(0.8, Proportions.wilson(56, 70, 0.95), 0.6, Proportions.wilson(48, 80, 0.95));
        assertThat(difference.low()).isCloseTo(newcombe.low(), within(1e-12));
        assertThat(difference.high()).isCloseTo(newcombe.high(), within(1e-12));
    }

    private static double[] sums(double[] x, double[] o) {
        double[] sums = new double[10];
        for (int i = 0; i < x.length; i++) {
            double[] of = {
                1,
                x[i],
                o[i],
                x[i] * x[i],
                x[i] * o[i],
                o[i] * o[i],
                x[i] * x[i] * x[i],
                x[i] * x[i] * o[i],
                x[i] * o[i] * o[i],
                o[i] * o[i] * o[i]
            };
            for (int s = 0; s < sums.length; s++) {
                sums[s] += of[s];
            }
        }
        return sums;
    }
}
