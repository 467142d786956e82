package io.rapport.models.regression;

import static io.rapport.models.DataSet.relative;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rapport.models.DataSet;
import io.rapport.models.survival.Lifetime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PublishedRegressionTest {
    private static final double[] HOURS = {
        0.50, 0.75, 1.00, 1.25, 1.50, 1.75, 1.75, 2.00, 2.25, 2.50, 2.75, 3.00, 3.25, 3.50, 4.00, 4.25, 4.50, 4.75,
        5.00, 5.50
    };
    private static final boolean[] PASSED = outcomes("00000010101010111111");

    @Test
    @DisplayName(
            "Logistic regression agrees with the textbook example of hours studied: -4.0777 (1.7610), 1.5046 (0.6287)")
    void hoursStudied() {
        Logistic model = Logistic.fit(List.of("hours"), column(HOURS), PASSED);
        Regression regression = model.regression();
        assertThat(regression.coefficient("(Intercept)").value()).isCloseTo(-4.0777, within(5e-5));
        assertThat(regression.coefficient("(Intercept)").standardError()).isCloseTo(1.7610, within(5e-5));
        assertThat(regression.coefficient("hours").value()).isCloseTo(1.5046, within(5e-5));
        assertThat(regression.coefficient("hours").standardError()).isCloseTo(0.6287, within(5e-5));
        assertThat(regression.coefficient("hours").p()).isCloseTo(0.0167, within(5e-5));
        assertThat(regression.logLikelihood()).isCloseTo(-8.02988, within(5e-6));
        assertThat(model.probability(new double[] {2})).isCloseTo(0.25570, within(5e-5));
    }

    @Test
    @DisplayName(
            "Logistic regression on 4,930 customers of Telco agrees with R's glm to 1e-4, log-likelihood -2077.31227, AUC .83971")
    void telco() throws IOException {
        DataSet data = DataSet.read("telco_churn", "train.csv");
        List<String> names = List.of(
                "tenure",
                "MonthlyCharges",
                "SeniorCitizen",
                "One year",
                "Two year",
                "Fiber optic",
                "No",
                "Paperless",
                "Credit card",
                "Electronic",
                "Mailed");
        List<double[]> rows = new ArrayList<>();
        boolean[] churned = new boolean[data.rows().size()];
        for (String[] row : data.rows()) {
            String payment = data.text(row, "PaymentMethod");
            churned[rows.size()] = data.text(row, "Churn").equals("Yes");
            rows.add(new double[] {
                data.number(row, "tenure"),
                data.number(row, "MonthlyCharges"),
                data.number(row, "SeniorCitizen"),
                is(data.text(row, "Contract").equals("One year")),
                is(data.text(row, "Contract").equals("Two year")),
                is(data.text(row, "InternetService").equals("Fiber optic")),
                is(data.text(row, "InternetService").equals("No")),
                is(data.text(row, "PaperlessBilling").equals("Yes")),
                is(payment.startsWith("Credit card")),
                is(payment.startsWith("Electronic")),
                is(payment.startsWith("Mailed"))
            });
        }
        Logistic model = Logistic.fit(names, rows, churned);
        double[] r = {
            -0.684395,
            -0.0323771,
            0.0011048,
            0.2976625,
            -0.8178333,
            -1.5861681,
            0.9317018,
            -0.7499847,
            0.3967914,
            -0.1491454,
            0.2969357,
            -0.0898530
        };
        Regression regression = model.regression();
        assertThat(regression.fellBackTo()).isNull();
        assertThat(regression.logLikelihood()).isCloseTo(-2077.31227, within(1e-4));
        for (int i = 0; i < r.length; i++) {
            assertThat(regression.coefficients().get(i).value()).as("" + i).isCloseTo(r[i], relative(r[i], 1e-4));
        }
        double[] predicted = rows.stream().mapToDouble(model::probability).toArray();
        assertThat(Discrimination.auc(predicted, churned)).isCloseTo(0.83971, within(5e-6));
        assertThat(Discrimination.tenths(predicted, churned))
                .allSatisfy(tenth -> assertThat(tenth.came()).isCloseTo(tenth.predicted(), within(0.05)));
        assertThat(Discrimination.brier(predicted, churned)).isBetween(0.1, 0.16);
    }

    @Test
    @DisplayName(
            "Cox on rossi agrees with Allison (1995) to 3 digits and with R's coxph (Efron) to 1e-6, likelihoods to 1e-8")
    void rossi() throws IOException {
        DataSet data = DataSet.read("survival", "rossi.csv");
        List<String> names = List.of("fin", "age", "race", "wexp", "mar", "paro", "prio");
        Regression regression = Cox.fit(
                names,
                data.numbers(names.toArray(String[]::new)),
                data.numbers("week", "arrest").stream()
                        .map(row -> new Lifetime(row[0], row[1] == 1))
                        .toList());
        double[] book = {-0.379, -0.057, 0.314, -0.150, -0.434, -0.085, 0.091};
        double[] r = {
            -0.37942216649,
            -0.057437742684,
            0.31389978784,
            -0.14979569767,
            -0.43370387794,
            -0.0848710825,
            0.091497080985
        };
        double[] errors = {
            0.19137948071, 0.021999470601, 0.30799277656, 0.21222429625, 0.38186805767, 0.19575667191, 0.02864854996
        };
        double[] p = {
            0.047416094866, 0.0090312399044, 0.30811796698, 0.48028969401, 0.25606424338, 0.66461236568, 0.0014042452793
        };
        for (int i = 0; i < r.length; i++) {
            Coefficient coefficient = regression.coefficient(names.get(i));
            assertThat(coefficient.value()).isCloseTo(book[i], within(5.1e-4)).isCloseTo(r[i], relative(r[i], 1e-6));
            assertThat(coefficient.standardError()).isCloseTo(errors[i], relative(errors[i], 1e-6));
            assertThat(coefficient.p()).isCloseTo(p[i], relative(p[i], 1e-5));
        }
        assertThat(regression.nullLogLikelihood()).isCloseTo(-675.3806323469, within(1e-8));
        assertThat(regression.logLikelihood()).isCloseTo(-658.7476594461, within(1e-8));
    }

    @Test
    @DisplayName("Cox on lung (age, sex, ph.ecog) agrees with R's coxph (Efron) to 1e-6")
    void lung() throws IOException {
        DataSet data = DataSet.read("survival", "lung.csv");
        List<double[]> rows = new ArrayList<>();
        List<Lifetime> lifetimes = new ArrayList<>();
        double dead =
                data.numbers("status").stream().mapToDouble(row -> row[0]).max().orElseThrow();
        for (String[] row : data.rows()) {
            if (!data.text(row, "ph.ecog").isEmpty()) {
                rows.add(new double[] {data.number(row, "age"), data.number(row, "sex"), data.number(row, "ph.ecog")});
                lifetimes.add(new Lifetime(data.number(row, "time"), data.number(row, "status") == dead));
            }
        }
        Regression regression = Cox.fit(List.of("age", "sex", "ph.ecog"), rows, lifetimes);
        assertThat(regression.n()).isEqualTo(227);
        assertThat(regression.coefficient("age").value()).isCloseTo(0.01106676456, relative(0.011, 1e-6));
        assertThat(regression.coefficient("sex").value()).isCloseTo(-0.5526123957, relative(0.55, 1e-6));
        assertThat(regression.coefficient("ph.ecog").standardError()).isCloseTo(0.11357726616, relative(0.11, 1e-6));
        assertThat(regression.logLikelihood()).isCloseTo(-729.2301213749, within(1e-8));
    }

    @Test
    void columnsThatTellTheOutcomesApartAreHeldByARidge() {
        Regression apart = Logistic.fit(List.of("x"), column(new double[] {1, 2, 3, 4, 5, 6}), outcomes("000111"))
                .regression();
        assertThat(apart.fellBackTo()).contains("ridge");
        assertThat(apart.coefficient("x").value()).isPositive().isLessThan(5);
        List<double[]> same = new ArrayList<>();
        for (double hours : HOURS) {
            same.add(new double[] {hours, 2 * hours, 7});
        }
        Regression twice = Logistic.fit(List.of("a", "b", "c"), same, PASSED).regression();
        assertThat(twice.fellBackTo()).contains("ridge");
        assertThat(twice.coefficient("c").value()).isZero();
        assertThatThrownBy(() -> Logistic.fit(List.of("x"), column(new double[] {1, 2}), outcomes("00")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Logistic.fit(List.of("x"), column(new double[] {1, Double.NaN}), outcomes("01")))
                .isInstanceOf(IllegalArgumentException.class);
        List<Lifetime> ordered =
                IntStream.range(1, 20).mapToObj(i -> new Lifetime(i, true)).toList();
        Regression monotone = Cox.fit(
                List.of("x"),
                IntStream.range(1, 20).mapToObj(i -> new double[] {-i}).toList(),
                ordered);
        assertThat(monotone.fellBackTo()).contains("ridge");
    }

    @Test
    void areasUnderTheCurve() {
        assertThat(Discrimination.auc(new double[] {.1, .4, .35, .8}, outcomes("0011")))
                .isEqualTo(0.75);
        assertThat(Discrimination.auc(new double[] {.5, .5}, outcomes("01"))).isEqualTo(0.5);
        assertThat(Discrimination.auc(new double[] {.5, .5}, outcomes("00"))).isNull();
        assertThat(Discrimination.brier(new double[] {0, 1, .5}, outcomes("010")))
                .isCloseTo(0.25 / 3, within(1e-12));
        Random random = new Random(5);
        double[] many = random.doubles(95).toArray();
        assertThat(Discrimination.tenths(many, new boolean[95]).stream()
                        .mapToLong(Discrimination.Part::n)
                        .sum())
                .isEqualTo(95);
    }

    private static double is(boolean value) {
        return value ? 1 : 0;
    }

    private static List<double[]> column(double[] values) {
        return java.util.Arrays.stream(values)
                .mapToObj(value -> new double[] {value})
                .toList();
    }

    private static boolean[] outcomes(String digits) {
        boolean[] outcomes = new boolean[digits.length()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = digits.charAt(i) == '1';
        }
        return outcomes;
    }
}
