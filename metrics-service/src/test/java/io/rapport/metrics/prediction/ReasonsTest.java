package io.rapport.metrics.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.metrics.prediction.ChurnFitting.Case;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReasonsTest {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final List<String> COLUMNS =
            List.of(ChurnColumns.RECENCY, ChurnColumns.COMPLAINTS, ChurnColumns.VISITS, ChurnColumns.FREQUENCY);
    private static final Map<String, Double> MEANS = Map.of(
            ChurnColumns.RECENCY, Math.log1p(12),
            ChurnColumns.COMPLAINTS, 0.0,
            ChurnColumns.VISITS, Math.log1p(3),
            ChurnColumns.FREQUENCY, Math.log(4));
    private static final double[] ROW = {Math.log1p(45), Math.log1p(1), 0, Math.log(4)};

    @Test
    void reasonsAreThoseThatWeighMostAgainstTheAverageInWords() {
        List<Reason> reasons = reasons(Map.of(
                ChurnColumns.RECENCY,
                0.9,
                ChurnColumns.COMPLAINTS,
                0.7,
                ChurnColumns.VISITS,
                -0.3,
                ChurnColumns.FREQUENCY,
                -0.5));
        assertThat(reasons).extracting(Reason::factor).containsExactly("recency", "complaints", "visits");
        assertThat(reasons)
                .extracting(Reason::text)
                .containsExactly(
                        "last bought 45 days ago, on average it is 12",
                        "has complained once in a year, more often than the average customer",
                        "has not visited in 90 days");
        assertThat(reasons).extracting(Reason::effect).containsOnly("raises");
        assertThat(reasons.getFirst().weight()).isCloseTo(0.9 * Math.log(46 / 13.0), within(1e-9));
    }

    @Test
    void whatSaysNothingIsNoReason() {
        assertThat(reasons(Map.of(ChurnColumns.RECENCY, 0.9)))
                .extracting(Reason::factor)
                .containsExactly("recency");
        assertThat(reasons(Map.of())).isEmpty();
    }

    @Test
    void columnsThatSayTheSameDoNotHideEachOther() {
        Random random = new Random(7);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double late = random.nextGaussian();
            double[] row = {late, late + 0.05 * random.nextGaussian(), random.nextGaussian()};
            cases.add(new Case(row, random.nextDouble() < 1 / (1 + Math.exp(-late))));
        }
        Map<String, Double> telling = telling(List.of("recency", "lateness", "noise"), cases);
        assertThat(telling).hasSize(1).doesNotContainKey("noise");
        assertThat(telling.values().iterator().next()).isCloseTo(1, within(0.4));
    }

    @Test
    void noiseSaysNothing() {
        List<String> names = IntStream.range(0, 10).mapToObj(i -> "noise" + i).toList();
        int nights = 100;
        long withReasons = IntStream.range(0, nights)
                .filter(seed -> !telling(names, noise(names, new Random(seed))).isEmpty())
                .count();
        assertThat(withReasons).isLessThanOrEqualTo(nights / 10);
    }

    @Test
    void wordsSayWhatAShopkeeperWould() {
        ReasonWords words = new ReasonWords(false, EURO);
        assertThat(words.of(ChurnColumns.LATENESS, Math.log(2.5), 0))
                .isEqualTo(
                        "is later than usual for them: the last purchase is 2.5 times as long ago as they usually wait");
        assertThat(words.of(ChurnColumns.LATENESS, Math.log(0.4), -2))
                .isEqualTo("is not late yet, as often as they usually buy: 40 % of the usual time has passed");
        assertThat(words.of(ChurnColumns.SPEND, Math.log1p(12.5), Math.log1p(9)))
                .isEqualTo("spends 12.50 EUR at a time, on average it is 9.00 EUR");
        assertThat(words.of(ChurnColumns.FREQUENCY, 0, Math.log(3.4)))
                .isEqualTo("bought on 1 day, on average it is 3.4");
        assertThat(words.of(ChurnColumns.SENTIMENT, 0.2, 0.6))
                .isEqualTo("what was said in a year is friendly on the whole, but less so than on average");
        assertThat(words.of(ChurnColumns.VISITS, Math.log1p(2), Math.log1p(5)))
                .isEqualTo("has visited 2 times in 90 days, less often than the average customer");
        assertThat(new ReasonWords(true, Currency.getInstance("JPY")).of(ChurnColumns.SPEND, Math.log1p(1200), 0))
                .isEqualTo("pays 1200 JPY a year, on average it is 0 JPY");
    }

    private static List<Reason> reasons(Map<String, Double> telling) {
        return new Reasons(new ChurnScale(false, 90, MEANS, 0, 1, telling), COLUMNS, EURO).of(ROW);
    }

    private static Map<String, Double> telling(List<String> names, List<Case> cases) {
        Fitting fitting = ChurnFitting.fit(
                names, List.of(), cases, false, 90, LocalDate.parse("2026-01-01"), LocalDate.parse("2026-04-01"));
        assertThat(fitting.parameters()).containsKeys(names.toArray(String[]::new));
        return fitting.churn().telling();
    }

    /** Two hundred customers of whom nothing tells whether they stop. */
    private static List<Case> noise(List<String> names, Random random) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            cases.add(new Case(random.doubles(names.size()).toArray(), random.nextDouble() < 0.4));
        }
        return cases;
    }
}
