package io.rapport.models.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.models.fit.Fitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Businesses as most are: few customers, whatever they do. None is told an absurd figure, and a fallback always says why. */
class SmallBusinessesTest {
    private static final int WEEKS = 52;

    @ParameterizedTest(name = "up to {0} customers")
    @ValueSource(ints = {12, 60, 400})
    void noneIsToldAnAbsurdFigure(int most) {
        Random random = new Random(most);
        for (int business = 0; business < 40; business++) {
            List<PurchaseHistory> customers = business(random, 2 + random.nextInt(most));
            check(customers, BgNbd.fit(Histories.of(customers)));
            check(customers, ParetoNbd.fit(Histories.of(customers)));
        }
    }

    private static void check(List<PurchaseHistory> customers, Fitted<PurchaseModel> fitted) {
        String what = customers.size() + " customers, " + fitted;
        double bought = 0;
        double observed = 0;
        double next = 0;
        for (PurchaseHistory customer : customers) {
            double expected = fitted.model().expected(customer, WEEKS);
            assertThat(fitted.model().pAlive(customer)).as(what).isBetween(0.0, 1.0);
            assertThat(expected).as(what).isFinite().isNotNegative();
            next += expected;
            bought += customer.repeats();
            observed += customer.observed();
        }
        double usual = (bought + 1) / observed * WEEKS * customers.size();
        assertThat(next).as(what).isLessThan(2 * usual);
        if (fitted.isFallback()) {
            assertThat(fitted.fellBackTo().reason()).isNotBlank();
        } else {
            assertThat(fitted.fit().converged()).isTrue();
            assertThat(fitted.fit().estimates())
                    .allSatisfy(estimate ->
                            assertThat(estimate.standardError()).as(what).isPositive());
        }
    }

    private static List<PurchaseHistory> business(Random random, int many) {
        GammaDistribution rates =
                new GammaDistribution(0.2 + 3 * random.nextDouble(), 0.02 + 0.2 * random.nextDouble());
        double leaving = random.nextInt(4) == 0 ? 0 : random.nextDouble() * 0.1;
        List<PurchaseHistory> customers = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            double rate = rates.inverseCumulativeProbability(0.001 + 0.998 * random.nextDouble());
            double end = Math.ceil(7 * 104 * random.nextDouble()) / 7;
            double there = leaving == 0 ? end : Math.min(end, -Math.log(1 - random.nextDouble()) / leaving);
            customers.add(history(random, rate, there, end));
        }
        return customers;
    }

    /** By whole days. */
    private static PurchaseHistory history(Random random, double rate, double there, double end) {
        int repeats = 0;
        double last = 0;
        for (double at = next(random, rate); at <= there; at = Math.max(at, last) + next(random, rate)) {
            last = Math.min(end, Math.ceil(at * 7) / 7);
            repeats++;
        }
        return new PurchaseHistory(repeats, last, end);
    }

    private static double next(Random random, double rate) {
        return -Math.log(1 - random.nextDouble()) / rate;
    }
}
