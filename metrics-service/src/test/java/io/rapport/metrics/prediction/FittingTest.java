package io.rapport.metrics.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.metrics.prediction.RetentionFitting.Contract;
import io.rapport.models.purchase.BgNbd;
import io.rapport.models.purchase.PurchaseModel;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.junit.jupiter.api.Test;

/** Fits with their back-tests, of customers of whom it is known how they came about. */
class FittingTest {
    private static final int END = 730;
    private static final int CENTS = 100;

    @Test
    void aModelThatIsTrueHasABackTestThatSaysSo() {
        List<Buyer> buyers = buyers(new Random(5), 3_000, 0.05);
        Fitting fitting = fit(ModelName.BG_NBD, buyers);
        assertThat(fitting.model()).isEqualTo("bg-nbd");
        assertThat(fitting.fallback()).isNull();
        assertThat(fitting.converged()).isTrue();
        assertThat(fitting.parameters()).containsOnlyKeys("r", "alpha", "a", "b");
        assertThat(fitting.standardErrors().values())
                .allSatisfy(error -> assertThat(error).isPositive());
        Backtest backtest = fitting.backtest();
        assertThat(backtest.cut()).isEqualTo(LocalDate.ofEpochDay(END - backtestDays(buyers)));
        assertThat(backtest.bias()).isCloseTo(0, within(0.1));
        assertThat(backtest.auc()).isGreaterThan(0.75);
        assertThat(backtest.brier()).isLessThan(0.2);
        assertThat(backtest.calibration()).hasSize(10).allSatisfy(tenth -> assertThat(tenth.actual())
                .isCloseTo(tenth.predicted(), within(0.1)));
        PurchaseModel model = PurchaseFitting.model(fitting);
        assertThat(model).isInstanceOf(BgNbd.class);
        assertThat(fit(ModelName.PARETO_NBD, buyers).backtest().bias()).isCloseTo(0, within(0.15));
    }

    @Test
    void tooFewSayWhatTheyFellBackTo() {
        List<Buyer> one = List.of(new Buyer("ann", new int[] {0, 30}, new int[] {1, 1}, new long[] {500, 700}));
        Fitting fitting = fit(ModelName.BG_NBD, one);
        assertThat(fitting.model()).isEqualTo("steady-rate");
        assertThat(fitting.parameters()).containsOnlyKeys("rate");
        assertThat(fitting.converged()).isFalse();
        assertThat(fitting.fallback().reason()).isEqualTo("there are no two customers");
        assertThat(fitting.logLikelihood()).isNull();
        assertThat(PurchaseFitting.model(fitting).expectedOfNew(10)).isPositive();
        Fitting nobody = PurchaseFitting.fit(ModelName.BG_NBD, each -> {}, null, END);
        assertThat(nobody.backtest().reason()).contains("fewer than 28 days");
        assertThat(PurchaseFitting.model(nobody).expectedOfNew(10)).isZero();
    }

    @Test
    void spendingIsHeldAgainstLaterSpending() {
        List<Buyer> buyers = buyers(new Random(6), 3_000, 0.05);
        Fitting fitting = SpendFitting.fit(buyers::forEach, Split.of(0, END), END, CENTS);
        assertThat(fitting.model()).isEqualTo("gamma-gamma");
        assertThat(fitting.backtest().bias()).isCloseTo(0, within(0.1));
        assertThat(fitting.backtest().auc()).isNull();
        assertThat(SpendFitting.model(fitting).expectedOfNew()).isCloseTo(20, within(2.5));
        Fitting nothing = SpendFitting.fit(each -> {}, null, END, CENTS);
        assertThat(SpendFitting.model(nothing)).isNull();
        assertThat(nothing.fallback().reason()).contains("nobody has bought again");
    }

    @Test
    void whoRenewedIsCountedByOpportunities() {
        Contract cancelled = new Contract(LocalDate.parse("2025-01-31"), LocalDate.parse("2025-03-31"));
        Period month = Period.ofMonths(1);
        LocalDate end = LocalDate.parse("2025-07-01");
        assertThat(cancelled.seen(end, month).left()).isTrue();
        assertThat(cancelled.seen(end, month).renewed()).isEqualTo(1);
        assertThat(cancelled.seen(LocalDate.parse("2025-03-31"), month).left()).isFalse();
        assertThat(cancelled.seen(LocalDate.parse("2025-03-01"), month).renewed())
                .isEqualTo(1);
        assertThat(RetentionFitting.fit(List.of(), end, month, "month")
                        .fallback()
                        .reason())
                .isEqualTo("there are no subscriptions");
    }

    @Test
    void nobodyHasLeftAndAllHaveLeft() {
        LocalDate end = LocalDate.parse("2025-07-01");
        List<Contract> stay = new ArrayList<>();
        List<Contract> leave = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            LocalDate day = LocalDate.parse("2025-01-01").plusDays(i);
            stay.add(new Contract(day, null));
            leave.add(new Contract(day, day.plusDays(20)));
        }
        Fitting none = RetentionFitting.fit(stay, end, Period.ofMonths(1), "month");
        assertThat(none.fallback().reason()).isEqualTo("nobody has left yet");
        assertThat(RetentionFitting.model(none).survival(12)).isBetween(0.5, 0.99);
        Fitting all = RetentionFitting.fit(leave, end, Period.ofMonths(1), "month");
        assertThat(all.fallback().reason()).isEqualTo("all left at the first opportunity");
        assertThat(RetentionFitting.model(all).survival(12)).isBetween(0.0, 0.01);
    }

    private static Fitting fit(ModelName model, List<Buyer> buyers) {
        int first = buyers.stream().mapToInt(Buyer::firstDay).min().orElseThrow();
        return PurchaseFitting.fit(model, buyers::forEach, Split.of(first, END), END);
    }

    private static int backtestDays(List<Buyer> buyers) {
        int first = buyers.stream().mapToInt(Buyer::firstDay).min().orElseThrow();
        return (END - first) / 3;
    }

    /** Each buys at a rate of their own, and leaves after a purchase with a probability of their own. */
    static List<Buyer> buyers(Random random, int many, double perDay) {
        GammaDistribution rates = new GammaDistribution(1.2, perDay);
        List<Buyer> buyers = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            double rate = rates.inverseCumulativeProbability(random.nextDouble());
            double leaves = 0.3 * random.nextDouble();
            double mean = 8 + 24 * random.nextDouble();
            List<Integer> days = new ArrayList<>();
            days.add(random.nextInt(200));
            double at = days.getFirst();
            boolean there = true;
            while (there) {
                at += -Math.log(1 - random.nextDouble()) / rate;
                if (at < END && (int) at > days.getLast()) {
                    days.add((int) at);
                }
                there = at < END && random.nextDouble() >= leaves;
            }
            int n = days.size();
            int[] orders = new int[n];
            long[] minor = new long[n];
            for (int d = 0; d < n; d++) {
                orders[d] = 1;
                minor[d] = Math.round(CENTS * mean * (0.5 + random.nextDouble()));
            }
            buyers.add(new Buyer("c" + i, days.stream().mapToInt(day -> day).toArray(), orders, minor));
        }
        return buyers;
    }
}
