package io.rapport.metrics.prediction;

import io.rapport.models.fit.Fitted;
import io.rapport.models.purchase.CommonSpend;
import io.rapport.models.purchase.GammaGamma;
import io.rapport.models.purchase.SpendModel;
import io.rapport.models.purchase.Spending;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Fits the model of spending, and asks its back-test what later purchases were worth. */
final class SpendFitting {
    private static final String GAMMA_GAMMA = "gamma-gamma";
    private static final String COMMON_SPEND = "common-spend";
    private static final String NOBODY = "none";

    private SpendFitting() {}

    /** @param unit how many minor units make one of the currency */
    static Fitting fit(Buyers buyers, Split split, int end, double unit) {
        List<Spending> now = new ArrayList<>();
        List<Spending> before = new ArrayList<>();
        List<Pair> later = new ArrayList<>();
        buyers.forEach(buyer -> {
            add(now, buyer.spendingBefore(end, unit));
            Spending known = split == null ? null : buyer.spendingBefore(split.cut(), unit);
            add(before, known);
            Spending came = known == null ? null : buyer.spendingFrom(split.cut(), unit);
            if (came != null) {
                later.add(new Pair(known, came));
            }
        });
        Backtest backtest = split == null ? Backtest.none(Split.tooShort()) : backtest(before, later, split);
        return now.isEmpty() ? nothing(backtest) : of(GammaGamma.fit(now), now.size(), backtest);
    }

    /** The model in use of a fit; null where nothing is known of spending. */
    static SpendModel model(Fitting fitting) {
        Map<String, Double> p = fitting.parameters();
        return switch (fitting.model()) {
            case GAMMA_GAMMA -> new GammaGamma(p.get("p"), p.get("q"), p.get("gamma"));
            case COMMON_SPEND -> new CommonSpend(p.get("mean"));
            case NOBODY -> null;
            default -> throw new IllegalStateException(fitting.model() + " is no model of spending");
        };
    }

    private static void add(List<Spending> list, Spending spending) {
        if (spending != null) {
            list.add(spending);
        }
    }

    private static Fitting nothing(Backtest backtest) {
        return new Fitting(
                NOBODY,
                Map.of(),
                Map.of(),
                null,
                0,
                ModelName.GAMMA_GAMMA.timeUnit(),
                false,
                new Fitting.Fallback(NOBODY, "nobody has bought again for more than nothing", null),
                backtest,
                null);
    }

    private static Fitting of(Fitted<SpendModel> fitted, long customers, Backtest backtest) {
        String unit = ModelName.GAMMA_GAMMA.timeUnit();
        return switch (fitted.model()) {
            case GammaGamma one ->
                Fitting.of(
                        GAMMA_GAMMA,
                        Parameters.of("p", one.p(), "q", one.q(), "gamma", one.gamma()),
                        fitted,
                        customers,
                        unit,
                        backtest);
            case CommonSpend one ->
                Fitting.of(COMMON_SPEND, Parameters.of("mean", one.mean()), fitted, customers, unit, backtest);
        };
    }

    private static Backtest backtest(List<Spending> before, List<Pair> later, Split split) {
        if (later.isEmpty()) {
            return Backtest.none("nobody who had bought again before the last third bought again in it");
        }
        SpendModel model = GammaGamma.fit(before).model();
        double predicted = 0;
        double actual = 0;
        double errors = 0;
        List<double[]> both = new ArrayList<>();
        for (Pair pair : later) {
            double expected = model.expected(pair.known);
            predicted += expected;
            actual += pair.came.mean();
            errors += Math.abs(expected - pair.came.mean());
            both.add(new double[] {expected, pair.came.mean()});
        }
        int n = later.size();
        return new Backtest(
                LocalDate.ofEpochDay(split.cut()),
                LocalDate.ofEpochDay(split.end()),
                n,
                predicted / n,
                actual / n,
                Backtest.bias(predicted, actual),
                errors / n,
                null,
                null,
                tenths(both),
                null);
    }

    private static List<Backtest.Tenth> tenths(List<double[]> both) {
        both.sort(Comparator.comparingDouble(pair -> pair[0]));
        List<Backtest.Tenth> tenths = new ArrayList<>();
        for (int tenth = 0; tenth < 10; tenth++) {
            List<double[]> part = both.subList(both.size() * tenth / 10, both.size() * (tenth + 1) / 10);
            if (!part.isEmpty()) {
                tenths.add(new Backtest.Tenth(
                        part.size(),
                        part.stream().mapToDouble(pair -> pair[0]).average().orElseThrow(),
                        part.stream().mapToDouble(pair -> pair[1]).average().orElseThrow()));
            }
        }
        return tenths;
    }

    private record Pair(Spending known, Spending came) {}
}
