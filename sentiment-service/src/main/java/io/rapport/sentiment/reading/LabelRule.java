package io.rapport.sentiment.reading;

/**
 * From a score to a label: positive from {@value #POSITIVE_FROM} up, negative from {@value #NEGATIVE_TO} down, neutral
 * between.
 *
 * <p>The label is not the likeliest class, because CoreNLP calls a third of the sentences that people find neutral negative,
 * while their mean score is near 0 (0.004 to 0.024). The two bounds are those of a grid of 0.05 with the best macro-F1, on
 * average over three sets with human labels (sentences of Amazon reviews and of newspaper editorials, tweets): .511, against
 * .496 of the likeliest class and .494 of ±0.1; on review sentences that are only positive or negative .800 against .783.
 */
public final class LabelRule {
    public static final double POSITIVE_FROM = 0.15;
    public static final double NEGATIVE_TO = -0.05;

    private LabelRule() {}

    /** @param score in [−1, 1] */
    public static Label label(double score) {
        if (score >= POSITIVE_FROM) {
            return Label.POSITIVE;
        }
        return score <= NEGATIVE_TO ? Label.NEGATIVE : Label.NEUTRAL;
    }
}
