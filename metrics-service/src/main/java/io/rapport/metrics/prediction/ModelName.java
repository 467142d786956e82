package io.rapport.metrics.prediction;

import java.util.Arrays;
import java.util.Optional;

/** The models of what customers do next. */
enum ModelName {
    BG_NBD(
            "bg-nbd",
            "week",
            "How often customers buy, and whether they will again: while there they buy at random, and after each purchase some leave."),
    PARETO_NBD("pareto-nbd", "week", "The same, but that customers may leave at any time, not only after a purchase."),
    GAMMA_GAMMA("gamma-gamma", "week", "What a customer's purchases are worth on average."),
    SBG("sbg", "month", "How many of those with a subscription renew it each time."),
    CHURN("churn", "day", "How likely a customer is to stop, and what makes it so.");

    private final String text;
    private final String timeUnit;
    private final String description;

    ModelName(String text, String timeUnit, String description) {
        this.text = text;
        this.timeUnit = timeUnit;
        this.description = description;
    }

    String text() {
        return text;
    }

    String timeUnit() {
        return timeUnit;
    }

    String description() {
        return description;
    }

    static Optional<ModelName> find(String text) {
        return Arrays.stream(values()).filter(model -> model.text.equals(text)).findFirst();
    }
}
