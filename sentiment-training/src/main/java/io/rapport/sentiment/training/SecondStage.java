package io.rapport.sentiment.training;

import io.rapport.sentiment.corenlp.CoreNlp;
import io.rapport.sentiment.linear.Scaling;
import io.rapport.sentiment.rapport.SecondLook;
import io.rapport.sentiment.reading.Deadline;
import io.rapport.sentiment.words.Text;
import io.rapport.sentiment.words.TextFeatures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fits the second look at reviews, on scores that the linear model gives to rows it was not fitted to: it is fitted anew
 * without each third of its rows. The treebank's sentences, from which the network learned, are no such rows.
 */
final class SecondStage {
    private static final int FOLDS = 3;
    private static final int CLASSES = 3;
    private static final double PENALTY = 0.01;

    private final List<Example.Prepared> all;
    private final WordVectors vectors;
    private final TextFeatures features;
    private final CoreNlp coreNlp;
    private final Map<String, double[]> trees = new HashMap<>();

    private record Row(double[] x, int label, boolean binary) {}

    SecondStage(Corpus corpus, CoreNlp coreNlp) {
        this.all = corpus.prepared();
        this.vectors = corpus.vectors();
        this.features = new TextFeatures(corpus.lexicon());
        this.coreNlp = coreNlp;
    }

    /** What the network says of a text, read once. */
    double[] trees(String text) {
        return trees.computeIfAbsent(text, any -> SecondLook.trees(coreNlp, any, Deadline.in(Duration.ofMinutes(1))));
    }

    /**
     * The weights of {@link SecondLook}.
     *
     * @param whole the linear model of all rows
     * @param leftOut data sets that must not be looked at
     */
    List<Double> fit(Polarity.Fit whole, Set<String> leftOut) {
        List<Row> rows = new ArrayList<>();
        for (Example.Prepared one : all) {
            if (usable(one.example(), leftOut) && one.example().part() == Part.DEV) {
                rows.add(row(one.example(), whole));
            }
        }
        for (int fold = 0; fold < FOLDS; fold++) {
            Polarity.Fit others = new Polarity(without(fold), vectors).fit(Polarity.Settings.REVIEW, leftOut);
            for (Example.Prepared one : all) {
                if (usable(one.example(), leftOut) && isIn(fold, one.example())) {
                    rows.add(row(one.example(), others));
                }
            }
        }
        return weights(rows);
    }

    private List<Example.Prepared> without(int fold) {
        return all.stream().filter(one -> !isIn(fold, one.example())).toList();
    }

    private static boolean isIn(int fold, Example example) {
        int hash = (example.text().hashCode() * 0x9E3779B9) >>> 9;
        return example.part() == Part.TRAIN && Math.floorMod(hash, FOLDS) == fold;
    }

    private static boolean usable(Example example, Set<String> leftOut) {
        return !example.post()
                && !Set.of("goemotions", "valence_nyt", Datasets.IDIOMS).contains(example.set())
                && !leftOut.contains(example.set());
    }

    private Row row(Example example, Polarity.Fit fit) {
        double[] scores = fit.weights().scores(features.of(Text.of(example.text())));
        return new Row(SecondLook.features(scores, trees(example.text())), example.label(), example.binary());
    }

    /** The penalty is on features brought to one spread, so that it treats them alike. */
    private static List<Double> weights(List<Row> rows) {
        double[] spread = spread(rows);
        double[] w = new double[CLASSES * SecondLook.SIZE];
        new Minimiser(300, 1e-10).minimise((at, gradient) -> loss(rows, spread, at, gradient), w);
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < w.length; i++) {
            weights.add(w[i] / spread[i % SecondLook.SIZE]);
        }
        return weights;
    }

    private static double[] spread(List<Row> rows) {
        double[] spread = new double[SecondLook.SIZE];
        for (int j = 0; j < spread.length; j++) {
            int at = j;
            double mean =
                    rows.stream().mapToDouble(row -> row.x()[at]).average().orElseThrow();
            double square = rows.stream()
                    .mapToDouble(row -> Math.pow(row.x()[at] - mean, 2))
                    .average()
                    .orElseThrow();
            spread[j] = at == 0 ? 1 : Math.sqrt(square);
        }
        return spread;
    }

    private static double loss(List<Row> rows, double[] spread, double[] w, double[] gradient) {
        double loss = 0;
        Arrays.fill(gradient, 0);
        for (Row row : rows) {
            double[] p = new double[CLASSES];
            for (int i = 0; i < w.length; i++) {
                p[i / SecondLook.SIZE] += w[i] * row.x()[i % SecondLook.SIZE] / spread[i % SecondLook.SIZE];
            }
            p[1] = row.binary() ? -1e9 : p[1];
            Scaling.softmax(p);
            loss -= Math.log(Math.max(1e-12, p[row.label()])) / rows.size();
            p[row.label()] -= 1;
            for (int i = 0; i < w.length; i++) {
                gradient[i] += p[i / SecondLook.SIZE]
                        * row.x()[i % SecondLook.SIZE]
                        / spread[i % SecondLook.SIZE]
                        / rows.size();
            }
        }
        for (int i = 0; i < w.length; i++) {
            if (i % SecondLook.SIZE > 0) {
                loss += PENALTY * w[i] * w[i] / 2;
                gradient[i] += PENALTY * w[i];
            }
        }
        return loss;
    }
}
