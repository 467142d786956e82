package io.rapport.metrics.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.DataSet;
import io.rapport.metrics.support.MetricsTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Published lifetimes as subscriptions over HTTP, and the published answers asked back. */
@MetricsTest
class PublishedLifetimesTest {
    private static final double R_DIGITS = 1e-9;
    private static final Offset<Double> FOUR_DIGITS = within(5.1e-5);

    @Test
    @DisplayName(
            "Freireich's 42 patients, a day for a week: Kleinbaum and Klein's curve with Stata's log(-log) band to 4 digits, medians"
                    + " 23 (from 13) and 8 (4 to 11), log-rank 16.79")
    void leukaemia() throws IOException {
        Client box = Client.newBusiness("UTC");
        List<Stay> stays =
                new ArrayList<>(stays("6-MP", "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"));
        stays.addAll(stays("placebo", "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23"));
        Stay.send(box, stays);
        Curves curves = Curves.ask(box, "survival" + Stay.PERIOD + "&by=plan");
        JsonNode treated = curves.key("6-MP");
        double[][] table = {
            {6, 21, .8571, .0764, .6197, .9516},
            {7, 17, .8067, .0869, .5631, .9228},
            {10, 15, .7529, .0963, .5032, .8894},
            {13, 12, .6902, .1068, .4316, .8491},
            {16, 11, .6275, .1141, .3675, .8049},
            {22, 7, .5378, .1282, .2678, .7468},
            {23, 6, .4482, .1346, .1881, .6801}
        };
        assertThat(treated.path("points")).hasSize(table.length);
        for (int i = 0; i < table.length; i++) {
            JsonNode point = treated.path("points").path(i);
            assertThat(point.path("t").asDouble()).isEqualTo(table[i][0]);
            assertThat(point.path("atRisk").asDouble()).isEqualTo(table[i][1]);
            assertThat(point.path("value").asDouble()).isCloseTo(table[i][2], FOUR_DIGITS);
            assertThat(point.path("standardError").asDouble()).isCloseTo(table[i][3], FOUR_DIGITS);
            assertThat(point.path("low").asDouble()).isCloseTo(table[i][4], FOUR_DIGITS);
            assertThat(point.path("high").asDouble()).isCloseTo(table[i][5], FOUR_DIGITS);
        }
        assertMedian(treated, 23, 13.0, null);
        assertMedian(curves.key("placebo"), 8, 4.0, 11.0);
        assertTest(curves.total(), 16.79, within(5e-3));
    }

    @Test
    @DisplayName("waltons of lifelines: R's survfit and survdiff to 1e-9, medians 58 and 26, log-rank 122.249125573")
    void waltons() throws IOException {
        Client box = of(
                "waltons_dataset.csv",
                row -> new Stay((int) Double.parseDouble(row[0]), row[1].equals("1"), row[2], null));
        Curves curves = Curves.ask(box, "survival" + Stay.PERIOD + "&by=plan");
        assertThat(curves.total().path("n").asInt()).isEqualTo(163);
        Curves.equal(curves.key("control"), 50, 0.76507645847, 0.037527584099, R_DIGITS);
        Curves.equal(curves.key("control"), 60, 0.37859453615, 0.043050098309, R_DIGITS);
        Curves.equal(curves.key("miR-137"), 20, 0.64705882353, 0.081956534826, R_DIGITS);
        Curves.equal(curves.key("miR-137"), 30, 0.23529411765, 0.072746699106, R_DIGITS);
        assertThat(Curves.at(curves.key("miR-137"), 70).path("value").asDouble())
                .isZero();
        assertThat(curves.key("control").path("median").asDouble()).isEqualTo(58);
        assertThat(curves.key("miR-137").path("median").asDouble()).isEqualTo(26);
        assertTest(curves.total(), 122.249125573, within(R_DIGITS));
    }

    @Test
    @DisplayName(
            "lung of survival: R's survfit and survdiff to 1e-9 between two segments, medians 270 and 426, log-rank 10.3267419549")
    void lung() throws IOException {
        Client box = of("lung.csv", row -> new Stay(Integer.parseInt(row[1]), row[2].equals("1"), row[4], null));
        Curves curves = Curves.ask(box, "survival" + Stay.PERIOD + "&segment=plan==1&versus=plan==2");
        JsonNode men = curves.key("segment");
        JsonNode women = curves.key("versus");
        Curves.equal(men, 90, 0.84782608696, 0.03057623085, R_DIGITS);
        Curves.equal(men, 365, 0.33608783464, 0.043423588842, R_DIGITS);
        Curves.equal(women, 180, 0.84240170559, 0.038680958931, R_DIGITS);
        Curves.equal(women, 730, 0.18723249791, 0.06206790227, R_DIGITS);
        assertThat(men.path("median").asDouble()).isEqualTo(270);
        assertThat(women.path("median").asDouble()).isEqualTo(426);
        assertTest(curves.total(), 10.3267419549, within(R_DIGITS));
    }

    @Test
    @DisplayName("rossi of lifelines, a day for a week: R's survfit to 1e-9, of all and by financial aid, no median")
    void rossi() throws IOException {
        Client box = of("rossi.csv", row -> new Stay(Integer.parseInt(row[0]), row[1].equals("1"), row[2], null));
        Curves curves = Curves.ask(box, "survival" + Stay.PERIOD + "&by=plan");
        double[][] all = {
            {10, 0.96527777778, 0.0088082176364},
            {30, 0.86111111111, 0.016638779825},
            {52, 0.73611111111, 0.021205101981}
        };
        for (double[] at : all) {
            Curves.equal(curves.total(), at[0], at[1], at[2], R_DIGITS);
        }
        Curves.equal(curves.key("0"), 26, 0.85185185185, 0.024171481738, R_DIGITS);
        Curves.equal(curves.key("1"), 26, 0.89814814815, 0.020579346457, R_DIGITS);
        assertThat(curves.total().path("median").isNull()).isTrue();
    }

    private static Client of(String file, Function<String[], Stay> stay) throws IOException {
        DataSet rows = DataSet.readWhole("survival", file, ",");
        Client box = Client.newBusiness("UTC");
        Stay.send(box, rows.rows().stream().map(stay).toList());
        return box;
    }

    private static List<Stay> stays(String plan, String text) {
        return Arrays.stream(text.split(" "))
                .map(one -> new Stay(Integer.parseInt(one.replace("+", "")), !one.endsWith("+"), plan, null))
                .toList();
    }

    private static void assertMedian(JsonNode curve, double median, Double low, Double high) {
        assertThat(curve.path("median").asDouble()).isEqualTo(median);
        List<Double> ends = Stream.of("low", "high")
                .map(curve.path("medianInterval")::path)
                .map(end -> end.isNull() ? null : end.asDouble())
                .toList();
        assertThat(ends).isEqualTo(Arrays.asList(low, high));
    }

    private static void assertTest(JsonNode total, double chiSquared, Offset<Double> tolerance) {
        assertThat(total.path("test").path("chiSquared").asDouble()).isCloseTo(chiSquared, tolerance);
        assertThat(total.path("test").path("degrees").asInt()).isEqualTo(1);
    }
}
