package io.rapport.metrics.prediction;

import io.rapport.models.fit.Fitted;
import io.rapport.models.purchase.BgNbd;
import io.rapport.models.purchase.Histories;
import io.rapport.models.purchase.Nbd;
import io.rapport.models.purchase.ParetoNbd;
import io.rapport.models.purchase.PurchaseHistory;
import io.rapport.models.purchase.PurchaseModel;
import io.rapport.models.purchase.SteadyRate;
import io.rapport.models.regression.Discrimination;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Fits a model of repeat buying, and asks its back-test who would buy how often, and who at all. */
final class PurchaseFitting {
    static final String BG_NBD = "bg-nbd";
    static final String PARETO_NBD = "pareto-nbd";
    private static final String NBD = "nbd";
    private static final String STEADY_RATE = "steady-rate";

    private PurchaseFitting() {}

    /**
     * @param split of the period; null where it is too short
     * @param end the day after the last
     */
    static Fitting fit(ModelName name, Buyers buyers, Split split, int end) {
        Seen seen = new Seen(split, end);
        buyers.forEach(seen::add);
        Fitted<PurchaseModel> fitted = model(name).apply(Histories.of(seen.now));
        Backtest backtest = split == null ? Backtest.none(Split.tooShort()) : seen.backtest(model(name));
        PurchaseModel model = fitted.model();
        return Fitting.of(name(model), parameters(model), fitted, seen.now.size(), name.timeUnit(), backtest);
    }

    /** The model in use of a fit. */
    static PurchaseModel model(Fitting fitting) {
        Map<String, Double> p = fitting.parameters();
        return switch (fitting.model()) {
            case BG_NBD -> new BgNbd(p.get("r"), p.get("alpha"), p.get("a"), p.get("b"));
            case PARETO_NBD -> new ParetoNbd(p.get("r"), p.get("alpha"), p.get("s"), p.get("beta"));
            case NBD -> new Nbd(p.get("r"), p.get("alpha"));
            case STEADY_RATE -> new SteadyRate(p.get("rate"));
            default -> throw new IllegalStateException(fitting.model() + " is no model of buying");
        };
    }

    private static Function<Histories, Fitted<PurchaseModel>> model(ModelName name) {
        return name == ModelName.PARETO_NBD ? ParetoNbd::fit : BgNbd::fit;
    }

    private static String name(PurchaseModel model) {
        return switch (model) {
            case BgNbd one -> BG_NBD;
            case ParetoNbd one -> PARETO_NBD;
            case Nbd one -> NBD;
            case SteadyRate one -> STEADY_RATE;
        };
    }

    private static Map<String, Double> parameters(PurchaseModel model) {
        return switch (model) {
            case BgNbd one -> Parameters.of("r", one.r(), "alpha", one.alpha(), "a", one.a(), "b", one.b());
            case ParetoNbd one -> Parameters.of("r", one.r(), "alpha", one.alpha(), "s", one.s(), "beta", one.beta());
            case Nbd one -> Parameters.of("r", one.r(), "alpha", one.alpha());
            case SteadyRate one -> Parameters.of("rate", one.rate());
        };
    }

    /** What is seen at the end, and at the cut with what came after it; equal histories are kept once. */
    private static final class Seen {
        private final Split split;
        private final int end;
        private final Map<PurchaseHistory, PurchaseHistory> equal = new HashMap<>();
        private final Collection<PurchaseHistory> now = new ArrayList<>();
        private final List<PurchaseHistory> before = new ArrayList<>();
        private final List<Integer> after = new ArrayList<>();

        Seen(Split split, int end) {
            this.split = split;
            this.end = end;
        }

        void add(Buyer buyer) {
            now.add(once(buyer.historyBefore(end)));
            PurchaseHistory known = split == null ? null : buyer.historyBefore(split.cut());
            if (known != null) {
                before.add(once(known));
                after.add(buyer.days().length - buyer.daysBefore(split.cut()));
            }
        }

        private PurchaseHistory once(PurchaseHistory history) {
            PurchaseHistory same = equal.putIfAbsent(history, history);
            return same == null ? history : same;
        }

        Backtest backtest(Function<Histories, Fitted<PurchaseModel>> fit) {
            if (before.isEmpty()) {
                return Backtest.none("nobody had bought before the last third of the period");
            }
            PurchaseModel model = fit.apply(Histories.of(before)).model();
            int n = before.size();
            double[] again = new double[n];
            boolean[] came = new boolean[n];
            double predicted = 0;
            double actual = 0;
            double errors = 0;
            for (int i = 0; i < n; i++) {
                double expected = model.expected(before.get(i), split.weeks());
                again[i] = model.atLeast(before.get(i), 1, split.weeks());
                came[i] = after.get(i) > 0;
                predicted += expected;
                actual += after.get(i);
                errors += Math.abs(expected - after.get(i));
            }
            return new Backtest(
                    LocalDate.ofEpochDay(split.cut()),
                    LocalDate.ofEpochDay(split.end()),
                    n,
                    predicted,
                    actual,
                    Backtest.bias(predicted, actual),
                    errors / n,
                    Discrimination.auc(again, came),
                    Discrimination.brier(again, came),
                    Backtest.tenths(again, came),
                    null);
        }
    }
}
