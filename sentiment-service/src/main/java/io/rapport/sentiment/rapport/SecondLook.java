package io.rapport.sentiment.rapport;

import io.rapport.sentiment.corenlp.CoreNlp;
import io.rapport.sentiment.corenlp.TokenSentence;
import io.rapport.sentiment.linear.Scaling;
import io.rapport.sentiment.reading.Deadline;
import io.rapport.sentiment.reading.Stage;
import java.util.List;
import java.util.function.Supplier;

/**
 * What CoreNLP's network says of a review's sentences, joined with the linear model's scores where that model is unsure. Parsing
 * takes long beside everything else and hardly changes a sure answer; posts gain nothing from it.
 */
public final class SecondLook {
    /** How many numbers {@link #features} gives. */
    public static final int SIZE = 8;

    private static final double SURE = 0.55;
    private static final int CLASSES = 3;
    private static final double[] NEUTRAL = {0, 0, 0, 0};

    private final List<Double> weights;

    /** @param weights class by class, of the features */
    public SecondLook(List<Double> weights) {
        if (weights.size() != CLASSES * SIZE) {
            throw new IllegalArgumentException("The second look needs " + CLASSES * SIZE + " weights.");
        }
        this.weights = List.copyOf(weights);
    }

    /**
     * Probabilities of negative, neutral and positive.
     *
     * @param scores the linear model's
     * @param first its probabilities
     * @param trees see {@link #trees}; asked for only if needed
     */
    public double[] probabilities(double[] scores, double[] first, Supplier<double[]> trees) {
        if (Math.max(first[0], Math.max(first[1], first[2])) >= SURE) {
            return first;
        }
        double[] features = features(scores, trees.get());
        double[] p = new double[CLASSES];
        for (int i = 0; i < weights.size(); i++) {
            p[i / SIZE] += weights.get(i) * features[i % SIZE];
        }
        Scaling.softmax(p);
        return p;
    }

    /** What the second look sees. */
    public static double[] features(double[] scores, double... trees) {
        double mean = (scores[0] + scores[1] + scores[2]) / CLASSES;
        return new double[] {
            1, scores[0] - mean, scores[1] - mean, scores[2] - mean, trees[0], trees[1], trees[2], trees[3]
        };
    }

    /** Means over the text's sentences of very negative, very positive and the score; and how many sentences, as a logarithm. */
    public static double[] trees(CoreNlp coreNlp, String text, Deadline deadline) {
        deadline.lap(Stage.LINEAR);
        List<TokenSentence> sentences = coreNlp.sentences(text, deadline);
        if (sentences.isEmpty()) {
            return NEUTRAL.clone();
        }
        double[] sums = new double[3];
        for (TokenSentence sentence : sentences) {
            deadline.check();
            List<Double> p = coreNlp.classes(sentence, deadline);
            sums[0] += p.get(0);
            sums[1] += p.get(4);
            sums[2] += p.get(4) - p.get(0) + (p.get(3) - p.get(1)) / 2;
        }
        int n = sentences.size();
        return new double[] {sums[0] / n, sums[1] / n, sums[2] / n, Math.log(n)};
    }
}
