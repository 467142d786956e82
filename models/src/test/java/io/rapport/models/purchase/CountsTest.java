package io.rapport.models.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How often a customer buys in a time, as a distribution: it must have the mean that the published formulas give. */
class CountsTest {

    static Stream<PurchaseModel> models() {
        return Stream.of(
                new BgNbd(0.243, 4.414, 0.793, 2.426),
                new ParetoNbd(0.553, 10.578, 0.606, 11.669),
                new Nbd(0.8, 12),
                new SteadyRate(0.07));
    }

    @ParameterizedTest
    @MethodSource("models")
    void theMeanIsTheSumOfTheChancesOfOneMore(PurchaseModel model) {
        for (PurchaseHistory history : new PurchaseHistory[] {
            new PurchaseHistory(0, 0, 38.86), new PurchaseHistory(2, 30.43, 38.86), new PurchaseHistory(26, 30.86, 31)
        }) {
            for (double time : new double[] {1, 12.857, 52}) {
                double mean = 0;
                double before = 1;
                for (int n = 1; n < 400; n++) {
                    double chance = model.atLeast(history, n, time);
                    assertThat(chance).isBetween(0.0, before);
                    mean += chance;
                    before = chance;
                }
                double expected = model.expected(history, time);
                assertThat(mean).isCloseTo(expected, within(2e-5 * expected));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void theRangeHoldsAsMuchAsItSays(PurchaseModel model) {
        PurchaseHistory history = new PurchaseHistory(9, 35, 38.86);
        for (double level : new double[] {0.5, 0.8, 0.95}) {
            Range range = model.range(history, 52, level);
            double inside = model.atLeast(history, range.low(), 52) - model.atLeast(history, range.high() + 1, 52);
            assertThat(inside).isGreaterThanOrEqualTo(level - 1e-9);
            assertThat(range.low()).isNotNegative().isLessThanOrEqualTo(range.high());
        }
        assertThat(model.range(history, 0, 0.95)).isEqualTo(new Range(0, 0));
    }

    @Test
    void ofBgNbdItIsWhatASimulationDoes() {
        BgNbd model = new BgNbd(0.8, 6, 0.9, 2.4);
        PurchaseHistory history = new PurchaseHistory(3, 20, 21);
        Random random = new Random(11);
        GammaDistribution rates = new GammaDistribution(3.8, 1 / 27.0);
        GammaDistribution a = new GammaDistribution(0.9, 1);
        GammaDistribution b = new GammaDistribution(5.4, 1);
        int[] bought = new int[200];
        int runs = 40_000;
        for (int i = 0; i < runs; i++) {
            double rate = rates.inverseCumulativeProbability(random.nextDouble());
            double one = a.inverseCumulativeProbability(random.nextDouble());
            double leaving = one / (one + b.inverseCumulativeProbability(random.nextDouble()));
            int n = 0;
            boolean there = random.nextDouble() < model.pAlive(history);
            for (double at = next(random, rate); there && at <= 40; at += next(random, rate)) {
                n++;
                there = random.nextDouble() >= leaving;
            }
            bought[Math.min(n, 199)]++;
        }
        int more = runs;
        for (int n = 0; n < 8; n++) {
            assertThat((double) more / runs).isCloseTo(model.atLeast(history, n, 40), within(0.01));
            more -= bought[n];
        }
    }

    private static double next(Random random, double rate) {
        return -Math.log(1 - random.nextDouble()) / rate;
    }
}
