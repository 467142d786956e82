package io.rapport.metrics.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.metrics.prediction.ChurnFitting.Case;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChurnFittingTest {
    private static final List<String> COLUMNS =
            List.of(ChurnColumns.RECENCY, ChurnColumns.COMPLAINTS, ChurnColumns.VISITS);
    private static final LocalDate CUT = LocalDate.parse("2026-01-01");
    private static final LocalDate TO = LocalDate.parse("2026-04-01");

    @Test
    void coefficientsAreThoseThatMadeTheCases() {
        Fitting fitting = fit(cases(new Random(1), 4_000, 1), cases(new Random(2), 4_000, 1));
        assertThat(fitting.fallback()).isNull();
        assertThat(fitting.parameters().get(ChurnColumns.RECENCY)).isCloseTo(0.9, within(0.15));
        assertThat(fitting.parameters().get(ChurnColumns.COMPLAINTS)).isCloseTo(0.7, within(0.2));
        assertThat(fitting.backtest().auc()).isBetween(0.6, 0.9);
        assertThat(fitting.backtest().bias()).isCloseTo(0, within(0.1));
        assertThat(fitting.backtest().calibration())
                .allSatisfy(tenth -> assertThat(tenth.actual()).isCloseTo(tenth.predicted(), within(0.08)));
        assertThat(fitting.churn().slope()).isCloseTo(1, within(0.15));
    }

    @Test
    void aModelThatWasTooSureIsHeldBack() {
        // What told so much the time before tells much less now.
        Fitting fitting = fit(cases(new Random(3), 4_000, 2), cases(new Random(4), 4_000, 0.8));
        assertThat(fitting.churn().slope()).isBetween(0.3, 0.6);
        double average = fitting.churn()
                .calibrated(fitting.parameters().get("(Intercept)")
                        + fitting.churn().means().entrySet().stream()
                                .mapToDouble(mean ->
                                        mean.getValue() * fitting.parameters().get(mean.getKey()))
                                .sum());
        double usual = fitting.backtest().actual() / fitting.backtest().customers();
        assertThat(average).isCloseTo(usual, within(0.05));
    }

    @Test
    void whereNobodyStoppedOrAllOrTooFewOneRateStandsIn() {
        assertThat(outcome(40, 0)).isEqualTo("nobody has stopped");
        assertThat(outcome(40, 40)).isEqualTo("all have stopped");
        assertThat(outcome(40, 3)).isEqualTo("only 3 have stopped; it takes 10");
        assertThat(outcome(0, 0)).contains("nobody of whom it is known");
        Fitting one = fit(List.of(), List.of(new Case(new double[] {1, 0, 0}, false)));
        assertThat(one.parameters()).containsOnlyKeys("(Intercept)");
        assertThat(one.churn().calibrated(one.parameters().get("(Intercept)"))).isBetween(0.1, 0.5);
        assertThat(one.backtest().reason()).isNotBlank();
    }

    @Test
    void columnsAreAsManyAsTheCasesBear() {
        List<Case> few = cases(new Random(5), 60, 1);
        long stopped = few.stream().filter(Case::stopped).count();
        Fitting fitting = fit(few, few);
        assertThat(fitting.parameters()).hasSize(1 + (int) Math.min(3, Math.min(stopped, 60 - stopped) / 5));
        List<Case> same = cases(new Random(6), 2_000, 1).stream()
                .map(one -> new Case(new double[] {one.row()[0], one.row()[1], 7}, one.stopped()))
                .toList();
        assertThat(fit(same, same).parameters()).doesNotContainKey(ChurnColumns.VISITS);
    }

    private static String outcome(int cases, int stopped) {
        List<Case> all = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            all.add(new Case(new double[] {i, i % 2, i % 3}, i < stopped));
        }
        Fitting fitting = fit(all, all);
        assertThat(fitting.converged()).isFalse();
        return fitting.fallback().reason();
    }

    private static Fitting fit(List<Case> earlier, List<Case> later) {
        return ChurnFitting.fit(COLUMNS, earlier, later, false, 90, CUT, TO);
    }

    private static List<Case> cases(Random random, int many, double times) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            double[] row = {Math.log1p(random.nextInt(90)), Math.log1p(random.nextInt(3)), Math.log1p(random.nextInt(9))
            };
            double eta = times * (0.9 * (row[0] - 3.5) + 0.7 * (row[1] - 0.6) - 0.3 * (row[2] - 1.5));
            cases.add(new Case(row, random.nextDouble() < 1 / (1 + Math.exp(-eta))));
        }
        return cases;
    }
}
