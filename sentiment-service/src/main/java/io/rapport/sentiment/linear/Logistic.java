package io.rapport.sentiment.linear;

/**
 * From a raw score to the probability of one thing, and from which probability on it is said to be there.
 *
 * @param threshold the probability with the best F1 on rows that were not trained on
 */
public record Logistic(double slope, double shift, double threshold) {

    public double probability(double score) {
        return 1 / (1 + Math.exp(-(slope * score + shift)));
    }
}
