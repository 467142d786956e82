package io.rapport.metrics.prediction;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.models.regression.Discrimination;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A model held against what came after it: fitted to the first part of a period, it is asked of the rest.
 *
 * @param cut the first day of which it knew nothing
 * @param reason why there is none
 */
@Schema(
        name = "Backtest",
        description =
                "The model, fitted to the days before `cut`, against what came from then to `to`. Null members could not be said,"
                        + " for the `reason` where there is one.")
@JsonInclude(JsonInclude.Include.ALWAYS)
record Backtest(
        @Schema(nullable = true, description = "The first day of which it knew nothing.")
        LocalDate cut,

        @Schema(nullable = true, description = "The day after the last.")
        LocalDate to,

        @Schema(description = "Of how many customers it was asked.")
        long customers,

        @Schema(
                nullable = true,
                description = "What was predicted, all together: purchases, money, or customers who stay or go.")
        Double predicted,

        @Schema(nullable = true, description = "What came.") Double actual,

        @Schema(
                nullable = true,
                description =
                        "By which part of what came too much was predicted: 0.1 for a tenth, less than 0 for too little.")
        Double bias,

        @Schema(nullable = true, description = "Mean absolute error of a customer's figure.")
        Double meanAbsoluteError,

        @Schema(
                nullable = true,
                description = "How well it tells apart those of whom it came true: 0.5 not at all, 1 always.")
        Double auc,

        @Schema(nullable = true, description = "Mean square error of the probabilities: 0 is best.")
        Double brier,

        @Schema(
                description =
                        "Tenths of the customers, from those of whom least was predicted to those of whom most was.")
        List<Tenth> calibration,

        @Schema(nullable = true, description = "Why there is none.", examples = "the period is shorter than 28 days")
        String reason) {

    /**
     * One tenth.
     *
     * @param predicted the mean of what was predicted
     * @param actual the mean of what came
     */
    @Schema(name = "BacktestTenth")
    record Tenth(
            long customers,
            @Schema(description = "The mean prediction.") double predicted,
            @Schema(description = "The mean of what came.") double actual) {}

    static Backtest none(String reason) {
        return new Backtest(null, null, 0, null, null, null, null, null, null, List.of(), reason);
    }

    static Double bias(double predicted, double actual) {
        return actual == 0 ? null : (Double) (predicted / actual - 1);
    }

    static List<Tenth> tenths(double[] probabilities, boolean[] outcomes) {
        return Discrimination.tenths(probabilities, outcomes).stream()
                .map(part -> new Tenth(part.n(), part.predicted(), part.came()))
                .toList();
    }
}
