package io.rapport.sentiment.rapport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.sentiment.reading.Rating;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarsTest {

    @ParameterizedTest
    @CsvSource({"1,5,-1", "3,5,0", "4,5,0.5", "5,5,1", "10,10,1"})
    void aScaleBeginsAtOne(BigDecimal value, BigDecimal scale, double place) {
        assertThat(Stars.of(new Rating(value, scale, null, null, null))).hasValue(place);
    }

    @ParameterizedTest
    @CsvSource({"0,0,10,-1", "9,0,10,0.8", "0,-3,3,0"})
    void twoEndsAreTaken(BigDecimal value, BigDecimal min, BigDecimal max, double place) {
        assertThat(Stars.of(new Rating(value, null, min, max, null)).orElseThrow())
                .isCloseTo(place, within(1e-9));
    }

    @Test
    void yesAndNoCountLess() {
        assertThat(Stars.of(new Rating(null, null, null, null, true))).hasValue(0.75);
        assertThat(Stars.of(new Rating(null, null, null, null, false))).hasValue(-0.75);
    }

    @ParameterizedTest
    @CsvSource({"6,5,,", "0,5,,", "3,1,,", "3,,,", ",5,,", "3,,5,1", "3,,1,", "7,,0,5"})
    void whatDoesNotLieOnItsScaleIsNotUsed(BigDecimal value, BigDecimal scale, BigDecimal min, BigDecimal max) {
        assertThat(Stars.of(new Rating(value, scale, min, max, null))).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void theRatingDecidesWhereTheWordsAreUnsure() {
        double[] unsure = {0.35, 0.3, 0.35};

        assertThat(score(Stars.join(unsure, 1))).isGreaterThan(0.6);
        assertThat(score(Stars.join(unsure, -1))).isLessThan(-0.6);
        assertThat(Stars.join(unsure, 0)[1]).isGreaterThan(0.4);
    }

    @Test
    void theWordsLeadWhereTheyAreSure() {
        assertThat(score(Stars.join(new double[] {0.95, 0.03, 0.02}, 1))).isLessThan(-0.5);
        assertThat(score(Stars.join(new double[] {0, 0, 1}, -1))).isGreaterThan(0.9);
    }

    @Test
    void theBestRatingCountsAsOddsOfSevenToOne() {
        double[] p = Stars.join(new double[] {0.4, 0.2, 0.4}, 1);

        assertThat(p[2] / p[0]).isCloseTo(Math.exp(2), within(1e-9));
        assertThat(p[0] + p[1] + p[2]).isCloseTo(1, within(1e-12));
    }

    private static double score(double[] p) {
        return p[2] - p[0];
    }
}
