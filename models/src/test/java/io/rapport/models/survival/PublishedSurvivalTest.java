package io.rapport.models.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rapport.models.DataSet;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PublishedSurvivalTest {
    private static final double R_DIGITS = 1e-9;

    /** Remission in weeks of 21 patients with 6-MP and 21 without (Freireich et al. 1963), the example of every textbook. */
    private static final List<Lifetime> TREATED =
            lifetimes("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+");

    private static final List<Lifetime> UNTREATED = lifetimes("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23");

    @Test
    @DisplayName("Kaplan-Meier agrees with Kleinbaum and Klein's leukaemia table to its 4 digits, medians 23 and 8")
    void leukaemia() {
        KaplanMeier treated = KaplanMeier.of(TREATED, 0.95);
        double[][] table = {
            {6, 21, .8571},
            {7, 17, .8067},
            {10, 15, .7529},
            {13, 12, .6902},
            {16, 11, .6275},
            {22, 7, .5378},
            {23, 6, .4482}
        };
        for (int i = 0; i < table.length; i++) {
            KaplanMeier.Step step = treated.steps().get(i);
            assertThat(step.time()).isEqualTo(table[i][0]);
            assertThat((double) step.atRisk()).isEqualTo(table[i][1]);
            assertThat(step.survival()).isCloseTo(table[i][2], within(5.1e-5));
        }
        assertThat(treated.median()).isEqualTo(23);
        assertThat(KaplanMeier.of(UNTREATED, 0.95).median()).isEqualTo(8);
    }

    @Test
    @DisplayName("Log-rank agrees with Kleinbaum and Klein's leukaemia example: 16.79 on 1 degree")
    void leukaemiaLogRank() {
        LogRank test = LogRank.of(List.of(TREATED, UNTREATED));
        assertThat(test.chiSquared()).isCloseTo(16.79, within(5e-3));
        assertThat(test.degrees()).isEqualTo(1);
        assertThat(test.p()).isBetween(4e-5, 4.3e-5);
        assertThat(LogRank.of(List.of(UNTREATED, TREATED)).chiSquared()).isCloseTo(test.chiSquared(), within(1e-12));
        assertThat(LogRank.of(List.of(TREATED, List.of(), UNTREATED)).degrees()).isEqualTo(1);
        assertThat(LogRank.of(List.of(TREATED)).p()).isNull();
    }

    @Test
    @DisplayName(
            "Kaplan-Meier on rossi agrees with R's survfit: share and Greenwood error to 1e-9, and the band that they make")
    void rossi() throws IOException {
        KaplanMeier curve = KaplanMeier.of(lifetimes("rossi.csv", "week", "arrest", 1, any -> true), 0.95);
        double[][] r = {
            {10, 0.96527777778, 0.0088082176364},
            {20, 0.90740740741, 0.013945927687},
            {30, 0.86111111111, 0.016638779825},
            {40, 0.80324074074, 0.019127075847},
            {52, 0.73611111111, 0.021205101981}
        };
        for (double[] at : r) {
            assertStep(curve.at(at[0]), at[1], at[2]);
        }
        assertThat(curve.median()).isNull();
    }

    @Test
    @DisplayName("Kaplan-Meier and log-rank on waltons agree with R: medians 58 and 26, chi-squared 122.249125573")
    void waltons() throws IOException {
        List<Lifetime> control = group("waltons_dataset.csv", "T", "E", 1, "group", "control");
        List<Lifetime> treated = group("waltons_dataset.csv", "T", "E", 1, "group", "miR-137");
        assertThat(KaplanMeier.of(control, 0.95).median()).isEqualTo(58);
        assertThat(KaplanMeier.of(treated, 0.95).median()).isEqualTo(26);
        assertStep(KaplanMeier.of(control, 0.95).at(60), 0.37859453615, 0.043050098309);
        assertStep(KaplanMeier.of(treated, 0.95).at(30), 0.23529411765, 0.072746699106);
        assertThat(KaplanMeier.of(treated, 0.95).at(70).survival()).isZero();
        assertThat(KaplanMeier.of(treated, 0.95).at(70).low()).isNull();
        LogRank test = LogRank.of(List.of(control, treated));
        assertThat(test.chiSquared()).isCloseTo(122.249125573, within(1e-8));
        assertThat(test.p()).isCloseTo(2.0359832223e-28, within(1e-36));
    }

    @Test
    @DisplayName("Kaplan-Meier and log-rank on lung agree with R: medians 270 and 426, chi-squared 10.3267419549")
    void lung() throws IOException {
        List<Lifetime> men = group("lung.csv", "time", "status", null, "sex", "1");
        List<Lifetime> women = group("lung.csv", "time", "status", null, "sex", "2");
        assertThat(KaplanMeier.of(men, 0.95).median()).isEqualTo(270);
        assertThat(KaplanMeier.of(women, 0.95).median()).isEqualTo(426);
        assertStep(KaplanMeier.of(men, 0.95).at(180), 0.64446500154, 0.040786425085);
        assertStep(KaplanMeier.of(women, 0.95).at(365), 0.52646303019, 0.05973685399);
        assertThat(LogRank.of(List.of(men, women)).chiSquared()).isCloseTo(10.3267419549, within(1e-9));
    }

    @Test
    @DisplayName(
            "Kaplan-Meier of 1,000 subscriptions of foodie_fi agrees with R to 1e-9, churned with its published 307")
    void foodieFi() throws IOException {
        DataSet data = DataSet.read("foodie_fi", "subscriptions.csv");
        Map<String, LocalDate> began = new HashMap<>();
        Map<String, LocalDate> left = new HashMap<>();
        for (String[] row : data.rows()) {
            LocalDate day = LocalDate.parse(data.text(row, "start_date"));
            began.merge(data.text(row, "customer_id"), day, (a, b) -> a.isBefore(b) ? a : b);
            if (data.text(row, "plan_id").equals("4")) {
                left.put(data.text(row, "customer_id"), day);
            }
        }
        LocalDate end = LocalDate.parse("2021-04-30");
        List<Lifetime> all = new ArrayList<>();
        began.forEach((customer, day) -> all.add(new Lifetime(
                ChronoUnit.DAYS.between(day, left.getOrDefault(customer, end)), left.containsKey(customer))));
        assertThat(all).hasSize(1_000);
        assertThat(left).hasSize(307);
        KaplanMeier curve = KaplanMeier.of(all, 0.95);
        double[][] r = {
            {7, 0.908, 0.0091398030613},
            {30, 0.886, 0.010050074627},
            {90, 0.82, 0.012149074039},
            {180, 0.72036662496, 0.014360858697},
            {270, 0.69128784556, 0.015016971827},
            {365, 0.68596087026, 0.015214037033}
        };
        for (double[] at : r) {
            assertStep(curve.at(at[0]), at[1], at[2]);
        }
    }

    @Test
    void edges() {
        assertThat(KaplanMeier.of(List.of(), 0.95).steps()).isEmpty();
        assertThat(KaplanMeier.of(lifetimes("3+ 4+"), 0.95).median()).isNull();
        assertThat(KaplanMeier.of(lifetimes("3 4+"), 0.95).median()).isEqualTo(3);
        assertThat(KaplanMeier.of(lifetimes("0 4+ 5+"), 0.95).at(0).atRisk()).isEqualTo(3);
        assertThatThrownBy(() -> new Lifetime(-1, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Lifetime(Double.NaN, true)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The band is what the log(-log) scale makes of R's error. */
    private static void assertStep(KaplanMeier.Step step, double survival, double error) {
        assertThat(step.survival()).isCloseTo(survival, within(R_DIGITS));
        assertThat(step.standardError()).isCloseTo(error, within(R_DIGITS));
        double half = 1.959963984540054 * error / (survival * Math.log(survival));
        assertThat(step.low()).isCloseTo(Math.pow(survival, Math.exp(-half)), within(1e-8));
        assertThat(step.high()).isCloseTo(Math.pow(survival, Math.exp(half)), within(1e-8));
    }

    private static List<Lifetime> lifetimes(String text) {
        List<Lifetime> all = new ArrayList<>();
        for (String one : text.split(" ")) {
            all.add(new Lifetime(Double.parseDouble(one.replace("+", "")), !one.endsWith("+")));
        }
        return all;
    }

    private static List<Lifetime> group(
            String file, String time, String event, Integer ended, String column, String value) throws IOException {
        DataSet data = DataSet.read("survival", file);
        return lifetimes(file, time, event, ended, row -> data.text(row, column).equals(value));
    }

    /** @param ended what says that it did; the greatest value that occurs, where it isn't given */
    private static List<Lifetime> lifetimes(
            String file, String time, String event, Integer ended, Predicate<String[]> kept) throws IOException {
        DataSet data = DataSet.read("survival", file);
        double yes = ended != null
                ? ended
                : data.numbers(event).stream().mapToDouble(row -> row[0]).max().orElseThrow();
        return data.rows().stream()
                .filter(kept)
                .map(row -> new Lifetime(data.number(row, time), data.number(row, event) == yes))
                .toList();
    }
}
