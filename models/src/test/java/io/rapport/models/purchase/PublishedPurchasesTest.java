package io.rapport.models.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.models.DataSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the models say with others' parameters, where others say it too. */
class PublishedPurchasesTest {
    private static final BgNbd PAPER = new BgNbd(0.243, 4.414, 0.793, 2.426);
    private static final ParetoNbd WALKTHROUGH = new ParetoNbd(0.553, 10.578, 0.606, 11.669);
    private static final GammaGamma NOTE_025 = new GammaGamma(6.25, 3.74, 15.44);
    private static final BgBb DONORS = new BgBb(1.2035222136, 0.74971610133, 0.65671871857, 2.7834437971);

    @Test
    @DisplayName("BG/NBD: purchases of (2, 30.43, 38.86) in 39 weeks agree with Hardie's sheet (1.226) and R to 1e-9")
    void bgNbdConditionalExpectation() {
        PurchaseHistory customer = new PurchaseHistory(2, 30.43, 38.86);
        assertThat(PAPER.expected(customer, 39)).isCloseTo(1.226, within(5e-4)).isCloseTo(1.2260281748, within(1e-9));
        assertThat(PAPER.pAlive(customer)).isCloseTo(0.72657857008, within(1e-10));
    }

    @ParameterizedTest(name = "in {0} weeks {1}, and {2}")
    @CsvSource({
        "0.1429, 0.0078, 0.0078160727092",
        "1, 0.0532, 0.053184744959",
        "3, 0.1506, 0.15063194104",
        "31.8571, 1.0405, 1.0404943644",
        "32, 1.0437, 1.0437372872"
    })
    @DisplayName("BG/NBD: purchases of a new customer agree with Hardie's sheet to 4 digits, and with R's fit to 1e-6")
    void bgNbdExpectation(double weeks, double sheet, double r) {
        BgNbd fitted = new BgNbd(0.2425929, 4.413531, 0.792886, 2.425753);
        assertThat(fitted.expectedOfNew(weeks)).isCloseTo(sheet, within(5e-5)).isCloseTo(r, DataSet.relative(r, 1e-6));
        assertThat(PAPER.expectedOfNew(78)).isCloseTo(1.8605190579, within(1e-9));
    }

    @Test
    @DisplayName(
            "Pareto/NBD: purchases of (26, 30.86, 31) in 52 weeks agree with the BTYD walkthrough (25.46) and R to 1e-9")
    void paretoNbdConditionalExpectation() {
        PurchaseHistory customer = new PurchaseHistory(26, 30.86, 31);
        assertThat(WALKTHROUGH.expected(customer, 52))
                .isCloseTo(25.46, within(5e-3))
                .isCloseTo(25.4584729514, within(1e-9));
        assertThat(WALKTHROUGH.pAlive(customer)).isCloseTo(0.99791873106, within(1e-10));
        assertThat(WALKTHROUGH.expectedOfNew(52)).isCloseTo(1.4729968034, within(1e-9));
    }

    @ParameterizedTest(name = "in {0} weeks {1}")
    @CsvSource({
        "0, 0",
        "1, 0.05077821",
        "2, 0.09916088",
        "3, 0.14542507",
        "4, 0.1897993",
        "5, 0.23247466",
        "6, 0.27361274",
        "7, 0.31335159",
        "8, 0.35181024",
        "9, 0.38909211"
    })
    @DisplayName(
            "Pareto/NBD: purchases of a new customer agree with the BTYD manual's, by its parameters, to its 8 digits")
    void paretoNbdExpectation(double weeks, double manual) {
        ParetoNbd ofManual = new ParetoNbd(0.55, 10.56, 0.61, 11.64);
        assertThat(ofManual.expectedOfNew(weeks)).isCloseTo(manual, within(5.1e-9));
    }

    @ParameterizedTest(name = "{0} purchases of {1}: {2}")
    @CsvSource({"2, 22.35, 24.65", "1, 11.77, 18.91", "7, 73.74, 71.46", "1, 11.77, 18.91", "2, 25.55, 27.28"})
    @DisplayName("Gamma-Gamma: expected means agree with Fader and Hardie's note 025 to 2 digits")
    void gammaGamma(int purchases, double mean, double sheet) {
        assertThat(NOTE_025.expected(new Spending(purchases, mean))).isCloseTo(sheet, within(0.02));
        assertThat(NOTE_025.expectedOfNew()).isCloseTo(35.17, within(0.06));
    }

    @ParameterizedTest(name = "{0} gifts, the last in {1}: {2}, {3}")
    @CsvSource({
        "0, 0, 0.10813322304, 0.072863291667",
        "1, 1, 0.069461753745, 0.085695635866",
        "2, 4, 0.58965702669, 1.0576031767",
        "5, 5, 0.5219752091, 1.8129413194",
        "6, 6, 0.93043353677, 3.752543922"
    })
    @DisplayName(
            "BG/BB: P(alive) and gifts in the next 5 years agree with R to 1e-8, and so with Fader, Hardie, Shang (2010)")
    void bgBb(int gifts, int last, double alive, double next) {
        Chances donor = new Chances(gifts, last, 6, 1);
        assertThat(DONORS.pAlive(donor)).isCloseTo(alive, within(1e-8));
        assertThat(DONORS.expected(donor, 5)).isCloseTo(next, within(1e-8));
    }
}
