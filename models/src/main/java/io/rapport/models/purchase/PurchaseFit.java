package io.rapport.models.purchase;

import io.rapport.models.fit.Fit;
import io.rapport.models.fit.Fitted;
import io.rapport.models.fit.Maximum;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What the models of repeat buying fall back to, and when. */
final class PurchaseFit {
    /** A share of customers who leave that no history of a business could tell from none. */
    static final double NEXT_TO_NOBODY = 1e-3;

    private static final String ENDLESS_LIKELIHOOD =
            "customers differ too little: the likelihood has no maximum in reach";
    private static final int FEWEST_BUYERS = 10;
    /** A parameter beyond is on its way to infinity: the customers don't differ in what it describes. */
    private static final double ENDLESS = 1e4;

    private PurchaseFit() {}

    /** How a maximum is looked for. */
    @FunctionalInterface
    interface Search {
        Fit find(List<String> names, double[] start, long n, Maximum.LogLikelihood function);
    }

    /**
     * @param maximum the model's fit
     * @param model made of it; null where it says that nobody leaves
     */
    static Fitted<PurchaseModel> of(
            String name,
            Histories customers,
            BiFunction<Histories, Search, Fit> maximum,
            Function<Fit, PurchaseModel> model) {
        String tooLittle = tooLittle(customers);
        if (tooLittle != null) {
            return steady(customers, null, tooLittle);
        }
        Fit fit = maximum.apply(customers, Maximum::find);
        PurchaseModel found = model.apply(fit);
        if (found == null) {
            return nobodyLeaves(customers, fit);
        }
        if (fit.converged() && isBounded(fit, customers)) {
            return Fitted.of(found, fit);
        }
        Fit held = maximum.apply(customers, Maximum::findWithPrior);
        PurchaseModel weak = held.converged() ? model.apply(held) : null;
        return weak == null
                ? steady(customers, fit, ENDLESS_LIKELIHOOD)
                : Fitted.instead(weak, held, name + " with a weak prior", ENDLESS_LIKELIHOOD);
    }

    private static String tooLittle(Histories customers) {
        if (customers.customers() < 2) {
            return "there are no two customers";
        }
        return customers.repeatBuyers() < FEWEST_BUYERS
                ? "only " + customers.repeatBuyers() + " customers have bought again; it takes " + FEWEST_BUYERS
                : null;
    }

    private static Fitted<PurchaseModel> nobodyLeaves(Histories customers, Fit tried) {
        Fit fit = Nbd.maximum(customers);
        return fit.converged() && isBounded(fit, customers)
                ? Fitted.instead(Nbd.model(fit), tried, Nbd.NAME, "nobody seems to leave")
                : steady(customers, tried, "nobody seems to leave, and all buy alike");
    }

    private static Fitted<PurchaseModel> steady(Histories customers, Fit tried, String reason) {
        return Fitted.instead(SteadyRate.of(customers), tried, SteadyRate.NAME, reason);
    }

    private static boolean isBounded(Fit fit, Histories customers) {
        double unit = Math.max(1, customers.observedTime() / customers.customers());
        return fit.estimates().stream().allMatch(estimate -> {
            boolean time = estimate.name().equals("alpha") || estimate.name().equals("beta");
            return estimate.value() < ENDLESS * (time ? unit : 1) && estimate.value() > 1 / ENDLESS / ENDLESS;
        });
    }
}
