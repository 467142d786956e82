package io.rapport.models.retention;

import io.rapport.models.fit.Fit;
import io.rapport.models.fit.Fitted;
import java.util.Collection;
import java.util.function.Function;

/** What the model of contracts falls back to, and when. */
final class RetentionFit {
    /** A parameter beyond is on its way to infinity: the customers don't differ. */
    private static final double ENDLESS = 1e4;

    private RetentionFit() {}

    static Fitted<RetentionModel> of(
            Collection<Renewals> customers,
            Function<Fit, RetentionModel> model,
            Function<Collection<Renewals>, Fit> maximum) {
        double left = 0;
        double opportunities = 0;
        boolean renewed = false;
        for (Renewals one : customers) {
            left += one.left() ? one.customers() : 0;
            opportunities += one.customers() * (one.renewed() + (one.left() ? 1 : 0));
            renewed |= one.renewed() > 0 && one.customers() > 0;
        }
        // Half of one more each way (Jeffreys' prior): neither never nor always was seen.
        ConstantChurn constant = new ConstantChurn((left + 0.5) / (opportunities + 1));
        String reason = left == 0 ? "nobody has left yet" : renewed ? null : "all left at the first opportunity";
        if (reason != null) {
            return Fitted.instead(constant, null, ConstantChurn.NAME, reason);
        }
        Fit fit = maximum.apply(customers);
        boolean bounded = fit.estimates().stream().allMatch(estimate -> estimate.value() < ENDLESS);
        return fit.converged() && bounded
                ? Fitted.of(model.apply(fit), fit)
                : Fitted.instead(constant, fit, ConstantChurn.NAME, "customers don't seem to differ");
    }
}
