package io.rapport.sentiment.rapport;

import io.rapport.sentiment.linear.ModelFile;
import io.rapport.sentiment.linear.Scaling;
import io.rapport.sentiment.linear.Sparse;
import io.rapport.sentiment.linear.Weights;
import io.rapport.sentiment.reading.Kind;
import io.rapport.sentiment.words.Text;
import java.util.function.Supplier;

/**
 * People write differently in reviews and in posts. What is written to a business on purpose is read like a review, a post
 * like a post, and a message, or a text of which nobody says what it is, as the mean of both.
 */
final class Voices {
    private final Voice review;
    private final Voice post;
    private final Voice signs;
    private final Voice aspect;
    private final SecondLook secondLook;

    private record Voice(Weights weights, Scaling scaling) {
        static Voice of(ModelFile file, String name) {
            return new Voice(file.weights().get(name), file.scalings().get(name));
        }

        double[] probabilities(Sparse features) {
            return scaling.probabilities(weights.scores(features));
        }
    }

    Voices(ModelFile file) {
        this.review = Voice.of(file, "review");
        this.post = Voice.of(file, "post");
        this.signs = new Voice(post.weights(), file.scalings().get("signs"));
        this.aspect = Voice.of(file, "aspect");
        this.secondLook = new SecondLook(file.secondLook());
    }

    double[] outlook(Text text, Sparse features, Kind kind) {
        return text.signsAlone()
                ? signs.probabilities(features)
                : switch (kind) {
                    case REVIEW, SURVEY_RESPONSE, INTERVIEW, CALL, NOTE -> review.probabilities(features);
                    case POST -> post.probabilities(features);
                    case MESSAGE -> mean(features);
                    case null -> mean(features);
                };
    }

    /**
     * @param trees see {@link SecondLook}
     */
    double[] outlook(Text text, Sparse features, Kind kind, Supplier<double[]> trees) {
        if (text.signsAlone()) {
            return signs.probabilities(features);
        }
        return switch (kind) {
            case REVIEW, SURVEY_RESPONSE, INTERVIEW, CALL, NOTE -> {
                double[] scores = review.weights().scores(features);
                double[] first = review.scaling().probabilities(scores);
                yield secondLook.probabilities(scores, first, trees);
            }
            case POST, MESSAGE -> outlook(text, features, kind);
            case null -> outlook(text, features, null);
        };
    }

    Outlook ofAspect(Sparse features) {
        return Outlook.of(aspect.probabilities(features));
    }

    private double[] mean(Sparse features) {
        double[] p = review.probabilities(features);
        double[] q = post.probabilities(features);
        return new double[] {(p[0] + q[0]) / 2, (p[1] + q[1]) / 2, (p[2] + q[2]) / 2};
    }
}
