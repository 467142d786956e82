package io.rapport.metrics.prediction;

import io.rapport.models.regression.Coefficient;
import io.rapport.models.regression.Discrimination;
import io.rapport.models.regression.Logistic;
import io.rapport.models.regression.Regression;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fits who stops and who doesn't to what was known of each before. The model of the time before is held against what came then,
 * and by how much its probabilities were too sure, or too high, those of the model in use are corrected (J. Platt, 1999).
 */
final class ChurnFitting {
    private static final String LOGISTIC = "logistic";
    private static final String ONE_RATE = "one-rate";
    private static final int FEWEST_OF_EACH = 10;
    private static final int FOR_A_COLUMN = 5;
    private static final int FEWEST_TO_CALIBRATE = 50;

    private ChurnFitting() {}

    /**
     * A customer as known on a day, and what came.
     *
     * @param row a value for each column
     * @param stopped within the horizon from that day on
     */
    record Case(double[] row, boolean stopped) {}

    /**
     * @param columns their names, the ones that matter most first: as many are used as the cases can bear
     * @param earlier cases of the time before those in {@code later}; what came of them was known when those began
     * @param cut the day as of which the later cases are seen
     * @param to the day after the last
     */
    static Fitting fit(
            List<String> columns,
            List<Case> earlier,
            List<Case> later,
            boolean contractual,
            int horizon,
            LocalDate cut,
            LocalDate to) {
        Model before = Model.of(columns, earlier);
        Backtest backtest = earlier.isEmpty() || later.isEmpty()
                ? Backtest.none("nobody was a customer long enough ago")
                : backtest(before, later, cut, to);
        double[] correction = correction(before, later);
        Model model = Model.of(columns, later);
        return new Fitting(
                model.reason == null ? LOGISTIC : ONE_RATE,
                model.coefficients,
                model.errors,
                model.logLikelihood,
                later.size(),
                ModelName.CHURN.timeUnit(),
                model.converged,
                model.fallback(),
                backtest,
                new ChurnScale(contractual, horizon, model.means, correction[0], correction[1], model.telling(later)));
    }

    static Fitting nothing(String reason) {
        return new Fitting(
                "none",
                Map.of(),
                Map.of(),
                null,
                0,
                ModelName.CHURN.timeUnit(),
                false,
                new Fitting.Fallback("none", reason, null),
                Backtest.none(reason),
                null);
    }

    private static Backtest backtest(Model model, List<Case> cases, LocalDate cut, LocalDate to) {
        double[] predicted = new double[cases.size()];
        boolean[] came = new boolean[cases.size()];
        double sum = 0;
        double actual = 0;
        double errors = 0;
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = 1 / (1 + Math.exp(-model.logOdds(cases.get(i).row)));
            came[i] = cases.get(i).stopped;
            sum += predicted[i];
            actual += came[i] ? 1 : 0;
            errors += Math.abs(predicted[i] - (came[i] ? 1 : 0));
        }
        return new Backtest(
                cut,
                to,
                predicted.length,
                sum,
                actual,
                Backtest.bias(sum, actual),
                errors / predicted.length,
                Discrimination.auc(predicted, came),
                Discrimination.brier(predicted, came),
                Backtest.tenths(predicted, came),
                null);
    }

    /** @return intercept and slope: 0 and 1 where too little is known, or the model was wrong altogether */
    private static double[] correction(Model before, List<Case> later) {
        double[] none = {0, 1};
        long stopped = later.stream().filter(Case::stopped).count();
        boolean enough = later.size() >= FEWEST_TO_CALIBRATE
                && Math.min(stopped, later.size() - stopped) >= FEWEST_OF_EACH
                && before.reason == null;
        if (!enough) {
            return none;
        }
        List<double[]> logOdds = later.stream()
                .map(one -> new double[] {before.logOdds(one.row)})
                .toList();
        Regression fitted =
                Logistic.fit(List.of("slope"), logOdds, outcomes(later)).regression();
        double slope =
                fitted.coefficients().size() == 2 ? fitted.coefficients().get(1).value() : 0;
        // The model in use has seen the later cases, so only how sure it may be is taken over: its level is right
        // already.
        return slope > 0.1 && slope < 1 ? new double[] {centre(later, slope), slope} : none;
    }

    /** By how much the log-odds of the mean must be moved, so that being less sure leaves the mean as it is. */
    private static double centre(List<Case> later, double slope) {
        double share = share(later);
        return (1 - slope) * Math.log(share / (1 - share));
    }

    private static double share(List<Case> cases) {
        long stopped = cases.stream().filter(Case::stopped).count();
        return (stopped + 0.5) / (cases.size() + 1);
    }

    private static boolean[] outcomes(List<Case> cases) {
        boolean[] outcomes = new boolean[cases.size()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = cases.get(i).stopped;
        }
        return outcomes;
    }

    /** A regression on as many columns as the cases can bear, or one rate for all of them. */
    private static final class Model {
        private final List<String> columns;
        private final Map<String, Double> coefficients = new LinkedHashMap<>();
        private final Map<String, Double> errors = new LinkedHashMap<>();
        private final Map<String, Double> means = new LinkedHashMap<>();
        private Double logLikelihood;
        private boolean converged;
        private String reason;
        private String ridge;

        private Model(List<String> columns) {
            this.columns = columns;
        }

        static Model of(List<String> columns, List<Case> cases) {
            Model model = new Model(columns);
            long stopped = cases.stream().filter(Case::stopped).count();
            long fewer = Math.min(stopped, cases.size() - stopped);
            model.reason = tooFew(cases.size(), stopped, fewer);
            if (model.reason == null) {
                model.regress(cases, (int) Math.min(Integer.MAX_VALUE, Math.max(1, fewer / FOR_A_COLUMN)));
            }
            if (model.reason != null) {
                double share = share(cases);
                model.coefficients.put(Logistic.INTERCEPT, Math.log(share / (1 - share)));
            }
            return model;
        }

        private static String tooFew(int cases, long stopped, long fewer) {
            if (cases == 0) {
                return "there is nobody of whom it is known whether they stayed";
            }
            if (stopped == 0) {
                return "nobody has stopped";
            }
            if (stopped == cases) {
                return "all have stopped";
            }
            return fewer < FEWEST_OF_EACH
                    ? "only " + fewer + (fewer == stopped ? " have stopped" : " have stayed") + "; it takes "
                            + FEWEST_OF_EACH
                    : null;
        }

        private void regress(List<Case> cases, int most) {
            List<Integer> used = new ArrayList<>();
            for (int j = 0; j < columns.size() && used.size() < most; j++) {
                if (varies(cases, j)) {
                    used.add(j);
                }
            }
            List<String> names = used.stream().map(columns::get).toList();
            int[] at = used.stream().mapToInt(j -> j).toArray();
            Regression fitted = Logistic.fit(
                            names,
                            cases.stream().map(one -> Telling.pick(one.row, at)).toList(),
                            outcomes(cases))
                    .regression();
            if (fitted.coefficients().isEmpty()) {
                reason = fitted.fellBackTo();
                return;
            }
            converged = fitted.converged() && fitted.fellBackTo() == null;
            ridge = fitted.fellBackTo();
            logLikelihood = Fitting.finite(fitted.logLikelihood());
            for (Coefficient one : fitted.coefficients()) {
                coefficients.put(one.name(), one.value());
                errors.put(one.name(), Fitting.finite(one.standardError()));
            }
            for (int j : used) {
                means.put(
                        columns.get(j),
                        cases.stream().mapToDouble(one -> one.row[j]).average().orElseThrow());
            }
        }

        /** Of those that it uses. */
        Map<String, Double> telling(List<Case> cases) {
            int[] used = means.keySet().stream().mapToInt(columns::indexOf).toArray();
            return reason != null || used.length == 0
                    ? Map.of()
                    : Telling.coefficients(
                            List.copyOf(means.keySet()),
                            cases.stream()
                                    .map(one -> Telling.pick(one.row, used))
                                    .toList(),
                            outcomes(cases));
        }

        private static boolean varies(List<Case> cases, int column) {
            double first = cases.getFirst().row[column];
            return cases.stream().anyMatch(one -> Math.abs(one.row[column] - first) > 1e-9);
        }

        double logOdds(double[] row) {
            double eta = coefficients.get(Logistic.INTERCEPT);
            for (int j = 0; j < row.length; j++) {
                Double weight = coefficients.get(columns.get(j));
                eta += weight == null ? 0 : weight * row[j];
            }
            return eta;
        }

        Fitting.Fallback fallback() {
            return reason != null
                    ? new Fitting.Fallback("one rate for all", reason, null)
                    : ridge == null ? null : new Fitting.Fallback("logistic regression held by a ridge", ridge, null);
        }
    }
}
