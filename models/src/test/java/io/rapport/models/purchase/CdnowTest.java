package io.rapport.models.purchase;

import static io.rapport.models.DataSet.relative;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.models.DataSet;
import io.rapport.models.fit.Fit;
import io.rapport.models.fit.Fitted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** 2,357 customers of CDNOW, with whom these models were published. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CdnowTest {
    private static final double PART = 1e-4;
    private final List<PurchaseHistory> customers = new ArrayList<>();
    private final List<Spending> buyers = new ArrayList<>();
    private final List<Spending> each = new ArrayList<>();

    @BeforeAll
    void read() throws IOException {
        DataSet data = DataSet.read("cdnow", "cdnow_customers_summary_with_transactions.csv");
        for (String[] row : data.rows()) {
            int x = (int) data.number(row, "x");
            double mean = data.number(row, "zbar");
            customers.add(new PurchaseHistory(x, data.number(row, "t_x"), data.number(row, "T")));
            each.add(x > 0 && mean > 0 ? new Spending(x, mean) : null);
            if (x > 0 && mean > 0) {
                buyers.add(new Spending(x, mean));
            }
        }
    }

    @Test
    @DisplayName("BG/NBD agrees with Fader, Hardie, Lee (2005), table 2, to its digits, and with R to 1e-4")
    void bgNbd() {
        Fitted<PurchaseModel> fitted = BgNbd.fit(Histories.of(customers));
        Fit fit = fitted.fit();
        assertThat(fitted.fellBackTo()).isNull();
        assertThat(fit.converged()).isTrue();
        assertThat(fit.logLikelihood()).isCloseTo(-9582.4, within(0.05)).isCloseTo(-9582.426, within(1e-3));
        assertParameters(
                fit, "r", 0.243, 0.2425929, "alpha", 4.414, 4.413531, "a", 0.793, 0.792886, "b", 2.426, 2.425753);
        double[] alive = {0.726609, 0.212227, 1, 1, 1, 0.641801, 0.314918, 1, 0.784808, 1};
        double[] next = {
            1.22591, 0.203251, 0.194781, 0.194781, 0.194781, 3.33724, 0.301598, 0.194781, 1.324101, 0.194781
        };
        assertFirst10(fitted.model(), alive, next);
    }

    @Test
    @DisplayName("Pareto/NBD agrees with Fader, Hardie, Lee (2005), table 2, to its digits, and with R to 1e-4")
    void paretoNbd() {
        Fitted<PurchaseModel> fitted = ParetoNbd.fit(Histories.of(customers));
        Fit fit = fitted.fit();
        assertThat(fitted.fellBackTo()).isNull();
        assertThat(fit.logLikelihood()).isCloseTo(-9595.0, within(0.05)).isCloseTo(-9594.974, within(2e-3));
        assertParameters(
                fit, "r", 0.553, 0.5532755, "alpha", 10.578, 10.57761, "s", 0.606, 0.6062139, "beta", 11.669, 11.66792);
        double[] alive = {
            0.869119, 0.167872, 0.295097, 0.295097, 0.295097, 0.749416, 0.25515, 0.295097, 0.958445, 0.295097
        };
        double[] next = {1.455113, 0.17098, 0.10706, 0.10706, 0.10706, 3.711747, 0.259875, 0.10706, 1.604667, 0.10706};
        assertFirst10(fitted.model(), alive, next);
    }

    @Test
    @DisplayName("Gamma-Gamma agrees with Fader and Hardie (2013), note 025, to its digits, and with R to 1e-4")
    void gammaGamma() {
        Fitted<SpendModel> fitted = GammaGamma.fit(buyers);
        Fit fit = fitted.fit();
        assertThat(buyers).hasSize(946);
        assertThat(fitted.fellBackTo()).isNull();
        assertThat(fit.logLikelihood()).isCloseTo(-4055.923, within(1e-3));
        assertThat(fit.value("p")).isCloseTo(6.25, within(5e-3)).isCloseTo(6.248802, relative(6.248802, PART));
        assertThat(fit.value("q")).isCloseTo(3.74, within(5e-3)).isCloseTo(3.744589, relative(3.744589, PART));
        assertThat(fit.value("gamma")).isCloseTo(15.44, within(1e-2)).isCloseTo(15.44775, relative(15.44775, PART));
        double[] means = {24.6586, 18.9115, 35.171, 35.171, 35.171, 71.4629, 18.9115, 35.171, 27.2824, 35.171};
        for (int i = 0; i < 10; i++) {
            assertThat(mean(fitted.model(), i)).isCloseTo(means[i], relative(means[i], PART));
        }
    }

    @Test
    @DisplayName("The value of twelve months agrees with R to 1e-4, of the first ten and of all customers")
    void lifetimeValue() {
        PurchaseModel purchases = BgNbd.fit(Histories.of(customers)).model();
        SpendModel spend = GammaGamma.fit(buyers).model();
        LifetimeValue year = new LifetimeValue(12, 4.345, 0.01);
        double[] values = {36.2785, 4.6375, 8.3441, 8.3441, 8.3441, 283.5236, 6.8814, 8.3441, 43.3536, 8.3441};
        double total = 0;
        for (int i = 0; i < customers.size(); i++) {
            double value = year.of(purchases, customers.get(i), mean(spend, i));
            total += value;
            if (i < 10) {
                assertThat(value).isCloseTo(values[i], relative(values[i], 2 * PART));
            }
        }
        assertThat(total).isCloseTo(71_509.9, relative(71_509.9, PART));
    }

    @Test
    @DisplayName("BG/NBD's standard errors are as large as its parameters differ between samples of the customers")
    void standardErrors() {
        double sum = 0;
        double squares = 0;
        int samples = 40;
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < samples; i++) {
            List<PurchaseHistory> again = new ArrayList<>();
            customers.forEach(any -> again.add(customers.get(random.nextInt(customers.size()))));
            double r = BgNbd.fit(Histories.of(again)).fit().value("r");
            sum += r;
            squares += r * r;
        }
        double deviation = Math.sqrt((squares - sum * sum / samples) / (samples - 1));
        double stated = BgNbd.fit(Histories.of(customers)).fit().standardError("r");
        assertThat(deviation / stated).isBetween(0.7, 1.4);
    }

    private double mean(SpendModel model, int i) {
        return each.get(i) == null ? model.expectedOfNew() : model.expected(each.get(i));
    }

    private void assertFirst10(PurchaseModel model, double[] alive, double[] next) {
        for (int i = 0; i < 10; i++) {
            assertThat(model.pAlive(customers.get(i))).isCloseTo(alive[i], relative(alive[i], PART));
            assertThat(model.expected(customers.get(i), 39)).isCloseTo(next[i], relative(next[i], PART));
        }
    }

    private static void assertParameters(Fit fit, Object... namePaperR) {
        for (int i = 0; i < namePaperR.length; i += 3) {
            String name = (String) namePaperR[i];
            double r = (double) namePaperR[i + 2];
            assertThat(fit.value(name))
                    .as(name)
                    .isCloseTo((double) namePaperR[i + 1], within(1.5e-3))
                    .isCloseTo(r, relative(r, PART));
            assertThat(fit.standardError(name)).as(name).isPositive().isLessThan(fit.value(name));
        }
    }
}
