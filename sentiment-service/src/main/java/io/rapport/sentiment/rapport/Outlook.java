package io.rapport.sentiment.rapport;

import io.rapport.sentiment.linear.Scaling;
import io.rapport.sentiment.reading.Label;
import io.rapport.sentiment.reading.Probabilities;

/** How something sounds, from its calibrated probabilities: the score is positive − negative. */
record Outlook(Probabilities probabilities, Label label) {

    static Outlook of(double[] p) {
        return new Outlook(new Probabilities(p[0], p[1], p[2]), Label.values()[Scaling.label(p)]);
    }

    double score() {
        return probabilities.positive() - probabilities.negative();
    }
}
