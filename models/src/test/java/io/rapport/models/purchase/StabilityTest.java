package io.rapport.models.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.special.Beta;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the closed forms lose their digits. */
class StabilityTest {
    @Test
    @DisplayName("BG/NBD passes a = 1, where the closed form is 0/0, without a step")
    void bgNbdAtOne() {
        PurchaseHistory customer = new PurchaseHistory(2, 30.43, 38.86);
        double below = new BgNbd(0.243, 4.414, 1 - 1e-9, 2.426).expected(customer, 39);
        double at = new BgNbd(0.243, 4.414, 1, 2.426).expected(customer, 39);
        double above = new BgNbd(0.243, 4.414, 1 + 1e-9, 2.426).expected(customer, 39);
        assertThat(at).isBetween(above, below);
        assertThat(below - above).isCloseTo(0, within(1e-8));
    }

    @ParameterizedTest(name = "r {0}, alpha {1}, a {2}, b {3} in {4}")
    @CsvSource({
        "0.243, 4.414, 0.793, 2.426, 52",
        "5, 2, 1.2, 3, 100",
        "900, 40, 0.5, 30, 60",
        "5000, 52, 0.3, 900, 52",
        "144, 0.1, 1.3, 2, 100",
        "0.05, 0.2, 2, 0.5, 500"
    })
    @DisplayName("BG/NBD: the sum over purchases agrees with the integral over the chance of leaving to 1e-9")
    void futures(double shape, double rate, double a, double b, double time) {
        // p = u^(1/a) takes the pole at 0 away.
        double integral = 0;
        int pieces = 400;
        for (int i = 0; i < pieces; i++) {
            integral += new GaussIntegratorFactory()
                    .legendre(30, Math.pow((double) i / pieces, 3), Math.pow((i + 1.0) / pieces, 3))
                    .integrate(u -> {
                        double p = Math.pow(u, 1 / a);
                        double bought = -Math.expm1(-shape * Math.log1p(p * time / rate)) / p;
                        return bought * Math.pow(1 - p, b - 1) / a;
                    });
        }
        double expected = integral / Math.exp(Beta.logBeta(a, b));
        assertThat(Futures.expected(shape, rate, a, b, time))
                .isCloseTo(expected, within(b < 1 ? 1e-2 * expected : 1e-9 * expected));
    }

    @ParameterizedTest(name = "2F1(1, {0}; {1}; {2}) = {3}")
    @CsvSource({
        "1, 2, 0.5, 1.3862943611198906",
        "1, 2, 0.999999, 13.815524373488",
        "2, 3, 0.5, 1.5451774444795625",
        "0.5, 1.5, 0.81, 1.6357994328702",
        "3, 3, 0.9, 10"
    })
    @DisplayName("2F1(1, b; c; z) agrees with its elementary cases: -ln(1-z)/z, artanh(√z)/√z, 1/(1-z) to 1e-10")
    void hypergeometric(double b, double c, double z, double value) {
        assertThat(Hypergeometric.ofOne(b, c, z)).isCloseTo(value, within(value * 1e-10));
    }

    @ParameterizedTest(name = "s = {0}")
    @CsvSource({"0.999999999", "1", "1.000000001"})
    @DisplayName("Pareto/NBD passes s = 1 and alpha = beta, where the closed forms are 0/0")
    void paretoNbd(double s) {
        ParetoNbd model = new ParetoNbd(0.5, 10, s, 10);
        assertThat(model.expectedOfNew(52)).isCloseTo(0.5 * Math.log(6.2), within(1e-8));
        assertThat(model.pAlive(new PurchaseHistory(4, 20, 40))).isBetween(0.2, 0.3);
        assertThat(new ParetoNbd(0.5, 1e-6, 1, 1e6).pAlive(new PurchaseHistory(1_000, 39, 40)))
                .isBetween(0.0, 1.0);
    }

    @Test
    @DisplayName("Pareto/NBD: the chance of having left agrees with the integral that it is, to 1e-9")
    void paretoIntegral() {
        for (double[] p : new double[][] {{0.5, 10, 0.6, 12}, {3, 2, 2, 30}, {0.1, 100, 0.2, 1}}) {
            ParetoNbd model = new ParetoNbd(p[0], p[1], p[2], p[3]);
            for (int x : new int[] {0, 1, 7, 60}) {
                double integral = 0;
                for (int i = 0; i < 50; i++) {
                    integral += new GaussIntegratorFactory()
                            .legendre(20, 10 + i * 0.6, 10.6 + i * 0.6)
                            .integrate(u -> p[2]
                                    * Math.exp(-(p[0] + x) * Math.log((p[1] + u) / (p[1] + 40))
                                            - (p[2] + 1) * Math.log(p[3] + u)
                                            + p[2] * Math.log(p[3] + 40)));
                }
                double last = x == 0 ? 0 : 10;
                if (x > 0) {
                    assertThat(model.pAlive(new PurchaseHistory(x, last, 40)))
                            .isCloseTo(1 / (1 + integral), within(1e-9));
                }
            }
        }
    }
}
