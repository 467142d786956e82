package io.rapport.metrics.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedIntervalsTest {
    private static final Offset<Double> FOUR_DIGITS = within(5e-5);
    private static final Offset<Double> SEVEN_DIGITS = within(5e-8);

    @ParameterizedTest(name = "{0} of {1}: {2} to {3}")
    @CsvSource({"81, 263, .2553, .3662", "15, 148, .0624, .1605", "0, 20, .0000, .1611", "1, 29, .0061, .1718"})
    @DisplayName("Wilson's interval agrees with Newcombe (1998), two-sided intervals, table I method 3, to 4 digits")
    void wilson(long successes, long n, double low, double high) {
        Interval interval = Proportions.wilson(successes, n, 0.95);
        assertThat(interval.low()).isCloseTo(low, FOUR_DIGITS);
        assertThat(interval.high()).isCloseTo(high, FOUR_DIGITS);
    }

    @ParameterizedTest(name = "{0}/{1} - {2}/{3}: {4} to {5}")
    @CsvSource({
        "56, 70, 48, 80, .0524, .3339",
        "9, 10, 3, 10, .1705, .8090",
        "6, 7, 2, 7, .0582, .8062",
        "5, 56, 0, 29, -.0381, .1926"
    })
    @DisplayName("The difference of proportions agrees with Newcombe (1998), table II method 10, to 4 digits")
    void newcombe(long x1, long n1, long x2, long n2, double low, double high) {
        Interval interval = Proportions.difference(x1, n1, x2, n2, 0.95);
        assertThat(interval.low()).isCloseTo(low, FOUR_DIGITS);
        assertThat(interval.high()).isCloseTo(high, FOUR_DIGITS);
    }

    @ParameterizedTest(name = "{0}: {1} to {2}")
    @CsvSource({"0, 0, 3.6889", "1, .0253, 5.5716", "3, .6187, 8.7673", "10, 4.7954, 18.3904", "50, 37.1110, 65.9188"})
    @DisplayName("The exact interval of a count agrees with R's poisson.test to 4 digits")
    void garwood(long count, double low, double high) {
        Interval interval = Counts.garwood(count, 0.95);
        assertThat(interval.low()).isCloseTo(low, FOUR_DIGITS);
        assertThat(interval.high()).isCloseTo(high, FOUR_DIGITS);
    }

    @Test
    @DisplayName("The t interval agrees with R's t.test(sleep$extra[1:10]) to 7 digits")
    void student() {
        Interval interval = Means.t(SLEEP_1, 0.95);
        assertThat(SLEEP_1.mean()).isCloseTo(0.75, SEVEN_DIGITS);
        assertThat(interval.low()).isCloseTo(-0.5297804, SEVEN_DIGITS);
        assertThat(interval.high()).isCloseTo(2.0297804, SEVEN_DIGITS);
    }

    @Test
    @DisplayName("Welch's interval agrees with R's t.test(extra ~ group, data = sleep) to 7 digits")
    void welch() {
        Interval interval = Means.difference(SLEEP_1, SLEEP_2, 0.95);
        assertThat(interval.low()).isCloseTo(-3.3654832, SEVEN_DIGITS);
        assertThat(interval.high()).isCloseTo(0.2054832, SEVEN_DIGITS);
    }

    @Test
    @DisplayName("NPS and its interval agree with R on the SFO airport survey of 2017 to 1e-6")
    void sfoAirport() {
        NetPromoter nps = new NetPromoter(1_436, 342, 2_746);
        assertThat(nps.score()).isCloseTo(39.8397669337, within(1e-9));
        assertThat(nps.interval(0.95).low()).isCloseTo(37.2249062016, within(1e-6));
        assertThat(nps.interval(0.95).high()).isCloseTo(42.4546276658, within(1e-6));
    }

    @Test
    @DisplayName(
            "NPS agrees with the Prep Air case of prepbench: 74 promoters, 35 detractors of 184 give 21.1956521739")
    void prepAir() {
        assertThat(new NetPromoter(74, 35, 184).score()).isCloseTo(21.1956521739, within(1e-9));
    }

    @Test
    void oneObservationHasNoSpread() {
        assertThat(Means.t(sample(4.5), 0.95)).isNull();
        assertThat(Means.difference(sample(4.5), SLEEP_1, 0.95)).isNull();
        assertThat(new NetPromoter(0, 0, 0).interval(0.95)).isNull();
    }

    private static final Sample SLEEP_1 = sample(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
    private static final Sample SLEEP_2 = sample(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);

    private static Sample sample(double... values) {
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value;
            squares += value * value;
        }
        return new Sample(values.length, sum, squares);
    }
}
