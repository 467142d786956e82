package io.rapport.models.retention;

/**
 * At each opportunity all customers are as likely to leave.
 *
 * @param churn that probability, in (0, 1)
 */
public record ConstantChurn(double churn) implements RetentionModel {
    static final String NAME = "one rate of churn for all";

    @Override
    public double survival(int periods) {
        return Math.pow(1 - churn, periods);
    }

    @Override
    public double retention(int period) {
        return 1 - churn;
    }
}
