package io.rapport.metrics.prediction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A model with the fit of it that holds, as it is shown. */
@Schema(
        name = "Model",
        description = "A model of what customers do next, with the fit that holds. Never fitted, its members are null.")
record ModelView(
        @Schema(enumeration = {"bg-nbd", "pareto-nbd", "gamma-gamma", "sbg", "churn"})
        String name,

        String description,

        @Schema(
                nullable = true,
                description =
                        "Of the model in use: the one of this name, or what it fell back to. BG/NBD: r, alpha, a, b;"
                                + " Pareto/NBD: r, alpha, s, beta; Gamma-Gamma: p, q, gamma, in units of the currency; sBG:"
                                + " alpha, beta; churn: a coefficient for each column.")
        Map<String, Double> parameters,

        @Schema(nullable = true, description = "Of the parameters that have one.")
        Map<String, Double> standardErrors,

        @Schema(nullable = true, description = "Null where nothing was maximised.", examples = "-9582.43")
        Double logLikelihood,

        @Schema(nullable = true, description = "How many it rests on.", examples = "2357")
        Long customers,

        @Schema(
                enumeration = {"week", "month", "day"},
                description = "The unit of time of the parameters.")
        String timeUnit,

        @Schema(nullable = true, description = "The first day of the period.")
        LocalDate from,

        @Schema(nullable = true, description = "The day after the last.")
        LocalDate to,

        @Schema(nullable = true) Instant fittedAt,

        @Schema(nullable = true, description = "From 1, one more with each fit of the business.")
        Integer version,

        @Schema(nullable = true, description = "Whether the model of this name reached the maximum of its likelihood.")
        Boolean converged,

        @Schema(nullable = true, description = "What stands in for the model, and why; null where it is in use itself.")
        Fallback fallback,

        @Schema(nullable = true, description = "Of the churn model: how its log-odds become a calibrated probability.")
        Calibration calibration,

        @Schema(nullable = true) Backtest backtest) {

    /** What stands in. */
    @Schema(name = "ModelFallback")
    record Fallback(
            @Schema(examples = "one rate for all") String model,

            @Schema(examples = "only 3 customers have bought again; it takes 10")
            String reason,

            @Schema(
                    nullable = true,
                    description = "Where the fit of the model itself ended; null where there was too little to try.")
            Map<String, Double> tried) {}

    /** From log-odds to a probability. */
    @Schema(name = "ChurnCalibration")
    record Calibration(
            @Schema(
                    description =
                            "Whether it is of subscriptions that end, rather than of customers who don't buy again.")
            boolean contractual,

            @Schema(description = "Within how many days somebody stops.")
            int horizonDays,

            @Schema(description = "The average customer, in the columns' own units.")
            Map<String, Double> averages,

            @Schema(description = "Added to the log-odds times the slope.")
            double intercept,

            @Schema(description = "Below 1 where the back-test showed the model to be too sure.")
            double slope) {}

    /** @param fit null where it was never fitted */
    static ModelView of(ModelName model, ModelFit fit) {
        if (fit == null) {
            return new ModelView(
                    model.text(),
                    model.description(),
                    null,
                    null,
                    null,
                    null,
                    model.timeUnit(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
        Fitting found = fit.fitting();
        return new ModelView(
                model.text(),
                model.description(),
                found.parameters(),
                found.standardErrors(),
                found.logLikelihood(),
                found.customers(),
                found.timeUnit(),
                fit.from(),
                fit.to(),
                fit.finishedAt(),
                fit.version(),
                found.converged(),
                fallback(found.fallback()),
                calibration(found.churn()),
                found.backtest());
    }

    private static Fallback fallback(Fitting.Fallback one) {
        return one == null ? null : new Fallback(one.model(), one.reason(), one.tried());
    }

    private static Calibration calibration(ChurnScale scale) {
        return scale == null
                ? null
                : new Calibration(
                        scale.contractual(), scale.horizonDays(), scale.means(), scale.intercept(), scale.slope());
    }

    /** A fit that was asked for, and how far it is. */
    @Schema(name = "ModelFit", description = "A fit of a model, and how far it is.")
    record FitView(
            @Schema(examples = "mf_k3v7q2m4n5p6r7s2") String id,

            @Schema(enumeration = {"bg-nbd", "pareto-nbd", "gamma-gamma", "sbg", "churn"})
            String model,

            @Schema(enumeration = {"waiting", "done", "failed"})
            String state,

            LocalDate from,
            LocalDate to,
            @Schema(nullable = true) Integer version,
            Instant requestedAt,
            String requestedBy,
            @Schema(nullable = true) Instant finishedAt,

            @Schema(nullable = true, description = "Why it failed.")
            String failure,

            @Schema(nullable = true, description = "What it found, once it is done.")
            ModelView result) {

        static FitView of(ModelFit fit) {
            boolean done = fit.state() == ModelFit.State.DONE;
            return new FitView(
                    fit.id(),
                    fit.model().text(),
                    fit.state().text(),
                    fit.from(),
                    fit.to(),
                    done ? fit.version() : null,
                    fit.requestedAt(),
                    fit.requestedBy(),
                    fit.finishedAt(),
                    fit.failure(),
                    done ? ModelView.of(fit.model(), fit) : null);
        }
    }

    /** A page of fits. */
    @Schema(name = "ModelFitPage")
    record FitPage(
            List<FitView> items,

            @Schema(nullable = true, description = "The cursor of the next page; null on the last one.")
            String next) {}

    /** What is to be fitted, for the OpenAPI document. */
    @Schema(name = "FitRequest")
    record FitRequest(
            @Schema(nullable = true, description = "The first day; without it that of the first order or subscription.")
            LocalDate from,

            @Schema(
                    nullable = true,
                    description = "The day after the last, today at the latest but one; without it today.")
            LocalDate to) {}
}
