package io.rapport.metrics.prediction;

import io.rapport.models.fit.Fitted;
import io.rapport.models.regression.Discrimination;
import io.rapport.models.retention.ConstantChurn;
import io.rapport.models.retention.Renewals;
import io.rapport.models.retention.RetentionModel;
import io.rapport.models.retention.ShiftedBetaGeometric;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;

/** Fits the model of contracts, and asks its back-test who would still be there at the end. */
final class RetentionFitting {
    private static final String SBG = "sbg";
    private static final String CONSTANT_CHURN = "constant-churn";
    private static final String NOBODY = "none";

    private RetentionFitting() {}

    /**
     * A subscription.
     *
     * @param began its first day
     * @param ended the day on which it ended; null while it goes on
     */
    record Contract(LocalDate began, LocalDate ended) {
        boolean beganBefore(LocalDate day) {
            return began.isBefore(day);
        }

        boolean endedBefore(LocalDate day) {
            return ended != null && ended.isBefore(day);
        }

        /** As it is seen when the day before this one is over. */
        Renewals seen(LocalDate day, Period length) {
            boolean left = endedBefore(day);
            return new Renewals(left ? passed(ended, length) : passed(day, length), left, 1);
        }

        /** How many opportunities to leave lie before a day. */
        int passed(LocalDate day, Period length) {
            int passed = 0;
            while (began.plus(length.multipliedBy(passed + 1)).isBefore(day)) {
                passed++;
            }
            return passed;
        }
    }

    /** @param end the day after the last */
    static Fitting fit(List<Contract> contracts, LocalDate end, Period length, String unit) {
        List<Contract> known =
                contracts.stream().filter(one -> one.beganBefore(end)).toList();
        if (known.isEmpty()) {
            Backtest none = Backtest.none("there are no subscriptions");
            return new Fitting(
                    NOBODY,
                    Map.of(),
                    Map.of(),
                    null,
                    0,
                    unit,
                    false,
                    new Fitting.Fallback(NOBODY, "there are no subscriptions", null),
                    none,
                    null);
        }
        Fitted<RetentionModel> fitted = ShiftedBetaGeometric.fit(seen(known, end, length));
        Backtest backtest = backtest(known, end, length);
        return switch (fitted.model()) {
            case ShiftedBetaGeometric one ->
                Fitting.of(
                        SBG,
                        Parameters.of("alpha", one.alpha(), "beta", one.beta()),
                        fitted,
                        known.size(),
                        unit,
                        backtest);
            case ConstantChurn one ->
                Fitting.of(CONSTANT_CHURN, Parameters.of("churn", one.churn()), fitted, known.size(), unit, backtest);
        };
    }

    /** The model in use of a fit; null where there were no subscriptions. */
    static RetentionModel model(Fitting fitting) {
        Map<String, Double> p = fitting.parameters();
        return switch (fitting.model()) {
            case SBG -> new ShiftedBetaGeometric(p.get("alpha"), p.get("beta"));
            case CONSTANT_CHURN -> new ConstantChurn(p.get("churn"));
            case NOBODY -> null;
            default -> throw new IllegalStateException(fitting.model() + " is no model of contracts");
        };
    }

    private static List<Renewals> seen(List<Contract> contracts, LocalDate day, Period length) {
        return contracts.stream().map(one -> one.seen(day, length)).toList();
    }

    private static Backtest backtest(List<Contract> contracts, LocalDate end, Period length) {
        LocalDate first = contracts.stream()
                .map(Contract::began)
                .min(LocalDate::compareTo)
                .orElseThrow();
        Split split = Split.of((int) first.toEpochDay(), (int) end.toEpochDay());
        if (split == null) {
            return Backtest.none(Split.tooShort());
        }
        LocalDate cut = LocalDate.ofEpochDay(split.cut());
        List<Contract> before =
                contracts.stream().filter(one -> one.beganBefore(cut)).toList();
        List<Contract> there =
                before.stream().filter(one -> !one.endedBefore(cut)).toList();
        if (there.isEmpty()) {
            return Backtest.none("no subscription was active at the beginning of the last third");
        }
        RetentionModel model =
                ShiftedBetaGeometric.fit(seen(before, cut, length)).model();
        double[] stays = new double[there.size()];
        boolean[] stayed = new boolean[there.size()];
        for (int i = 0; i < stays.length; i++) {
            Contract one = there.get(i);
            stays[i] = model.survival(one.passed(end, length)) / model.survival(one.passed(cut, length));
            stayed[i] = !one.endedBefore(end);
        }
        return judged(stays, stayed, cut, end);
    }

    private static Backtest judged(double[] stays, boolean[] stayed, LocalDate cut, LocalDate end) {
        double predicted = 0;
        double actual = 0;
        double errors = 0;
        for (int i = 0; i < stays.length; i++) {
            predicted += stays[i];
            actual += stayed[i] ? 1 : 0;
            errors += Math.abs(stays[i] - (stayed[i] ? 1 : 0));
        }
        return new Backtest(
                cut,
                end,
                stays.length,
                predicted,
                actual,
                Backtest.bias(predicted, actual),
                errors / stays.length,
                Discrimination.auc(stays, stayed),
                Discrimination.brier(stays, stayed),
                Backtest.tenths(stays, stayed),
                null);
    }
}
