package io.rapport.models.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rapport.models.fit.Fitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Businesses that are too small or too plain for a model hear so, and get no absurd figure. */
class FallbackTest {
    static Stream<Function<Histories, Fitted<PurchaseModel>>> models() {
        return Stream.of(BgNbd::fit, ParetoNbd::fit);
    }

    @ParameterizedTest
    @MethodSource("models")
    void oneCustomer(Function<Histories, Fitted<PurchaseModel>> model) {
        Fitted<PurchaseModel> fitted = model.apply(Histories.of(List.of(new PurchaseHistory(3, 8, 10))));
        assertThat(fitted.fellBackTo().reason()).contains("no two customers");
        assertThat(fitted.model().expectedOfNew(10)).isCloseTo(3.5, within(1e-12));
        assertSane(fitted.model());
    }

    @ParameterizedTest
    @MethodSource("models")
    void nobodyAtAll(Function<Histories, Fitted<PurchaseModel>> model) {
        Fitted<PurchaseModel> fitted = model.apply(Histories.of(List.of()));
        assertThat(fitted.isFallback()).isTrue();
        assertThat(fitted.model().expectedOfNew(10)).isZero();
    }

    @ParameterizedTest
    @MethodSource("models")
    void nobodyBoughtAgain(Function<Histories, Fitted<PurchaseModel>> model) {
        List<PurchaseHistory> all = IntStream.range(1, 200)
                .mapToObj(i -> new PurchaseHistory(0, 0, i / 4.0))
                .toList();
        Fitted<PurchaseModel> fitted = model.apply(Histories.of(all));
        assertThat(fitted.fellBackTo().reason()).contains("only 0 customers have bought again");
        assertThat(fitted.model().expectedOfNew(52)).isPositive().isLessThan(0.02);
        assertSane(fitted.model());
    }

    @ParameterizedTest
    @MethodSource("models")
    void nobodyLeaves(Function<Histories, Fitted<PurchaseModel>> model) {
        Random random = new Random(1);
        List<PurchaseHistory> all = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            all.add(simulate(random, 0.1 + random.nextDouble(), 1e9, 104));
        }
        Fitted<PurchaseModel> fitted = model.apply(Histories.of(all));
        assertThat(fitted.fellBackTo()).isNotNull();
        assertThat(fitted.fellBackTo().model()).isEqualTo("NBD");
        assertThat(fitted.model().expectedOfNew(10)).isBetween(5.0, 7.0);
        assertSane(fitted.model());
    }

    @ParameterizedTest
    @MethodSource("models")
    void allLeaveAfterTheirSecondPurchase(Function<Histories, Fitted<PurchaseModel>> model) {
        Random random = new Random(4);
        List<PurchaseHistory> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double second = next(random, 0.3);
            all.add(second < 52 ? new PurchaseHistory(1, second, 52) : new PurchaseHistory(0, 0, 52));
        }
        Fitted<PurchaseModel> fitted = model.apply(Histories.of(all));
        assertThat(fitted.model().expected(new PurchaseHistory(1, 3, 52), 52)).isBetween(0.0, 0.5);
        assertSane(fitted.model());
    }

    @ParameterizedTest
    @MethodSource("models")
    void allAreAlike(Function<Histories, Fitted<PurchaseModel>> model) {
        Random random = new Random(2);
        List<PurchaseHistory> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(simulate(random, 0.3, -Math.log(random.nextDouble()) * 30, 52));
        }
        Fitted<PurchaseModel> fitted = model.apply(Histories.of(all));
        assertThat(fitted.model().expectedOfNew(52)).isBetween(2.0, 12.0);
        assertSane(fitted.model());
    }

    @Test
    void spending() {
        assertThatThrownBy(() -> GammaGamma.fit(List.of())).isInstanceOf(IllegalArgumentException.class);
        Fitted<SpendModel> few = GammaGamma.fit(List.of(new Spending(1, 10), new Spending(3, 30)));
        assertThat(few.fellBackTo().reason()).contains("only 2 customers");
        assertThat(few.model().expectedOfNew()).isEqualTo(25);
        assertThat(few.model().expected(new Spending(1, 5))).isEqualTo(15);
        List<Spending> alike = IntStream.range(1, 50)
                .mapToObj(i -> new Spending(i % 5 + 1, 20))
                .toList();
        assertThat(GammaGamma.fit(alike).fellBackTo()).isNotNull();
        assertThat(GammaGamma.fit(alike).model().expectedOfNew()).isCloseTo(20, within(1e-9));
    }

    @Test
    void aTailWithoutMeanIsNotGivenOne() {
        Random random = new Random(3);
        GammaDistribution scales = new GammaDistribution(0.6, 1);
        List<Spending> wild = IntStream.range(0, 2_000)
                .mapToObj(i -> {
                    int x = 1 + i % 5;
                    double scale = scales.inverseCumulativeProbability(0.01 + 0.99 * random.nextDouble());
                    return new Spending(
                            x,
                            new GammaDistribution(4.0 * x, 1 / (scale * x))
                                    .inverseCumulativeProbability(random.nextDouble()));
                })
                .toList();
        Fitted<SpendModel> fitted = GammaGamma.fit(wild);
        assertThat(fitted.fit().value("q")).isLessThan(1);
        assertThat(fitted.fellBackTo().reason()).contains("q is at most 1");
        assertThat(fitted.model().expectedOfNew()).isPositive().isFinite();
    }

    @Test
    void whatIsNoHistoryIsRefused() {
        assertThatThrownBy(() -> new PurchaseHistory(1, 5, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PurchaseHistory(0, 1, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PurchaseHistory(-1, 0, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PurchaseHistory(1, Double.NaN, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Spending(1, -3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Chances(3, 2, 6, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertSane(PurchaseModel model) {
        for (int x : new int[] {0, 1, 2, 50, 5_000}) {
            for (double last : x == 0 ? new double[] {0} : new double[] {1e-3, 1, 51.9, 52}) {
                PurchaseHistory history = new PurchaseHistory(x, last, 52);
                assertThat(model.pAlive(history)).isBetween(0.0, 1.0);
                double before = 0;
                for (double time : new double[] {0, 1e-6, 1, 13, 52, 520}) {
                    double expected = model.expected(history, time);
                    assertThat(expected).isFinite().isGreaterThanOrEqualTo(before * (1 - 1e-12));
                    before = expected;
                }
            }
        }
    }

    private static PurchaseHistory simulate(Random random, double rate, double leavesAfter, double observed) {
        int x = 0;
        double last = 0;
        for (double at = next(random, rate); at < Math.min(observed, leavesAfter); at += next(random, rate)) {
            x++;
            last = at;
        }
        return new PurchaseHistory(x, last, observed);
    }

    private static double next(Random random, double rate) {
        return -Math.log(1 - random.nextDouble()) / rate;
    }
}
