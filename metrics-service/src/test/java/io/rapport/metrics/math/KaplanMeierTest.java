package io.rapport.metrics.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {

    @Test
    @DisplayName(
            "Remission times under 6-MP (Freireich 1963) agree with Kaplan-Meier as published, log-log band, to 4 digits")
    void freireich() {
        KaplanMeier curve =
                KaplanMeier.of(lifetimes("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"), 0.95);
        double[][] published = {
            {6, .8571, .6197, .9516, 21},
            {7, .8067, .5631, .9228, 17},
            {10, .7529, .5032, .8894, 15},
            {13, .6902, .4316, .8491, 12},
            {16, .6275, .3675, .8049, 11},
            {22, .5378, .2678, .7468, 7},
            {23, .4482, .1881, .6801, 6}
        };
        assertThat(curve.steps()).hasSize(published.length);
        for (int i = 0; i < published.length; i++) {
            KaplanMeier.Step step = curve.steps().get(i);
            assertThat(step.time()).isEqualTo(published[i][0]);
            assertThat(step.survival()).isCloseTo(published[i][1], within(5e-5));
            assertThat(step.low()).isCloseTo(published[i][2], within(5e-5));
            assertThat(step.high()).isCloseTo(published[i][3], within(5e-5));
            assertThat(step.atRisk()).isEqualTo((long) published[i][4]);
        }
        assertThat(curve.median()).isEqualTo(23);
    }

    @Test
    void nobodyAndEverybodyLost() {
        assertThat(KaplanMeier.of(List.of(), 0.95).steps()).isEmpty();
        KaplanMeier allLost = KaplanMeier.of(lifetimes("1 1"), 0.95);
        assertThat(allLost.steps()).containsExactly(new KaplanMeier.Step(1, 0, null, null, 2));
        assertThat(allLost.median()).isEqualTo(1);
        assertThat(KaplanMeier.of(lifetimes("5+ 6+"), 0.95).median()).isNull();
    }

    private static List<KaplanMeier.Lifetime> lifetimes(String times) {
        return Arrays.stream(times.split(" "))
                .map(time -> new KaplanMeier.Lifetime(Double.parseDouble(time.replace("+", "")), !time.endsWith("+")))
                .toList();
    }
}
