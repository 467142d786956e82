package io.rapport.models.fit;

/**
 * A model with what its fit says of it. Where the model asked for could not be fitted, a simpler one stands in its place, and
 * {@code fellBackTo} says which and why: nothing absurd comes back without a word.
 *
 * @param model what answers questions
 * @param fit of the model asked for, converged or not; null where the data could not even be tried
 * @param fellBackTo null where the model is the one asked for
 */
public record Fitted<M>(M model, Fit fit, Fallback fellBackTo) {

    /**
     * @param model the simpler model's name
     * @param reason why the one asked for could not be used, in words
     */
    public record Fallback(String model, String reason) {}

    public static <M> Fitted<M> of(M model, Fit fit) {
        return new Fitted<>(model, fit, null);
    }

    public static <M> Fitted<M> instead(M model, Fit tried, String name, String reason) {
        return new Fitted<>(model, tried, new Fallback(name, reason));
    }

    public boolean isFallback() {
        return fellBackTo != null;
    }
}
