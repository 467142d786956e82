package io.rapport.sentiment.rapport;

import io.rapport.sentiment.reading.Label;
import io.rapport.sentiment.reading.Probabilities;

/**
 * How something sounds: calibrated probabilities, what follows from them. The score is positive − negative; the label is the
 * likeliest, neutral where two are equally likely.
 */
record Outlook(Probabilities probabilities) {

    static Outlook of(double[] p) {
        return new Outlook(new Probabilities(p[0], p[1], p[2]));
    }

    double score() {
        return probabilities.positive() - probabilities.negative();
    }

    Label label() {
        double rest = Math.max(probabilities.neutral(), Math.min(probabilities.positive(), probabilities.negative()));
        if (probabilities.positive() > rest && score() > 0) {
            return Label.POSITIVE;
        }
        return probabilities.negative() > rest && score() < 0 ? Label.NEGATIVE : Label.NEUTRAL;
    }
}
