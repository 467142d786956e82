package io.rapport.models.retention;

import static io.rapport.models.DataSet.relative;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rapport.models.DataSet;
import io.rapport.models.fit.Fitted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {
    private static final double[] REGULAR = {
        1,
        0.6267060335,
        0.47381932163,
        0.38797396915,
        0.33206793625,
        0.29234713138,
        0.26245585548,
        0.23902365447,
        0.22008500944,
        0.20441083131,
        0.19119023702,
        0.17986503937,
        0.17003750042
    };

    @Test
    @DisplayName("sBG: survival and retention with Fader and Hardie's (2007) regular parameters agree with R to 1e-9")
    void survival() {
        ShiftedBetaGeometric regular = new ShiftedBetaGeometric(0.70407702033, 1.1820424552);
        for (int t = 0; t < REGULAR.length; t++) {
            assertThat(regular.survival(t)).isCloseTo(REGULAR[t], within(1e-9));
        }
        assertThat(regular.retention(1)).isCloseTo(0.6267060335, within(1e-9));
        assertThat(regular.retention(12)).isCloseTo(0.94536159457, within(1e-9));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "regular, 0.704, 1.182, -1680.3, 0.70407702033, 1.1820424552, -1680.2651884633, 0.17003750042",
        "high_end, 0.668, 3.806, -1611.2, 0.66808756856, 3.8060892073, -1611.1581473912, 0.3779991773"
    })
    @DisplayName("sBG on years 0 to 7 agrees with Fader and Hardie (2007) to their digits, and with R to 1e-4")
    void faderAndHardie(
            String column, double paperA, double paperB, double paperLog, double a, double b, double log, double s12)
            throws IOException {
        DataSet data = DataSet.read("sbg_retention", "fader_hardie_2007_retention.csv");
        double[] active = data.numbers(column).stream()
                .limit(8)
                .mapToDouble(row -> 10 * row[0])
                .toArray();
        Fitted<RetentionModel> fitted = ShiftedBetaGeometric.fit(Renewals.ofCohort(active));
        assertThat(fitted.fellBackTo()).isNull();
        assertThat(fitted.fit().value("alpha")).isCloseTo(paperA, within(5e-4)).isCloseTo(a, relative(a, 1e-4));
        assertThat(fitted.fit().value("beta")).isCloseTo(paperB, within(5e-4)).isCloseTo(b, relative(b, 1e-4));
        assertThat(fitted.fit().logLikelihood())
                .isCloseTo(paperLog, within(0.05))
                .isCloseTo(log, within(1e-4));
        assertThat(fitted.model().survival(12)).isCloseTo(s12, relative(s12, 1e-4));
        assertThat(fitted.fit().standardError("alpha")).isPositive();
    }

    @Test
    @DisplayName("sBG: customers who joined at different times are fitted like one cohort of the same parameters")
    void cohortsOfDifferentAge() {
        List<Renewals> all = new ArrayList<>();
        for (int age = 2; age < 13; age++) {
            double[] active = new double[age];
            for (int t = 0; t < age; t++) {
                active[t] = 1_000 * REGULAR[t];
            }
            all.addAll(Renewals.ofCohort(active));
        }
        Fitted<RetentionModel> fitted = ShiftedBetaGeometric.fit(all);
        assertThat(fitted.fit().value("alpha")).isCloseTo(0.704077, within(1e-4));
        assertThat(fitted.fit().value("beta")).isCloseTo(1.182042, within(1e-4));
    }

    @Test
    void residualRenewalsOverALongHorizonAgreeWithTheClosedForm() {
        // Fader and Hardie (2010): the sum for all time is (β+n)/(α+β+n) · 2F1(1, β+n+1; α+β+n+1; 1/(1+d)) / (1+d).
        ShiftedBetaGeometric model = new ShiftedBetaGeometric(1, 1);
        // α = β = 1, n = 0: S(t) = 1/(t+1), and the sum of v^t/(t+1) is -ln(1-v)/v - 1.
        double v = 1 / 1.1;
        assertThat(model.discountedRenewals(0, 1_000, 0.1)).isCloseTo(-Math.log(1 - v) / v - 1, within(1e-9));
        assertThat(model.discountedRenewals(5, 1, 0.1)).isCloseTo(6.0 / 7 * v, within(1e-12));
    }

    @Test
    void fallbacksSayWhy() {
        Fitted<RetentionModel> nobody = ShiftedBetaGeometric.fit(Renewals.ofCohort(40, 40, 40));
        assertThat(nobody.fellBackTo().reason()).isEqualTo("nobody has left yet");
        assertThat(nobody.model().survival(12)).isBetween(0.9, 0.95);
        Fitted<RetentionModel> all = ShiftedBetaGeometric.fit(Renewals.ofCohort(40, 0));
        assertThat(all.fellBackTo().reason()).isEqualTo("all left at the first opportunity");
        assertThat(all.model().retention(1)).isBetween(0.01, 0.02);
        Fitted<RetentionModel> one = ShiftedBetaGeometric.fit(List.of(new Renewals(3, false, 1)));
        assertThat(one.isFallback()).isTrue();
        Fitted<RetentionModel> alike = ShiftedBetaGeometric.fit(Renewals.ofCohort(1024, 512, 256, 128, 64, 32));
        assertThat(alike.fellBackTo()).isNotNull();
        assertThat(alike.model().survival(3)).isCloseTo(0.125, within(1e-3));
        assertThatThrownBy(() -> Renewals.ofCohort(10, 12)).isInstanceOf(IllegalArgumentException.class);
    }
}
