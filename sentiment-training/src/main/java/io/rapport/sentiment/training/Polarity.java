package io.rapport.sentiment.training;

import io.rapport.sentiment.linear.Scaling;
import io.rapport.sentiment.linear.Sparse;
import io.rapport.sentiment.linear.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Fits the reading of one kind of text: all data, that of the other kind with little weight. */
final class Polarity {
    private static final int CLASSES = 3;

    /** @param post whether posts are to be read */
    record Settings(boolean post, double reviews, double posts, double comments, double penalty, int epochs) {
        static final Settings REVIEW = new Settings(false, 1, 0.1, 0.02, 0.03, 6);
        static final Settings POST = new Settings(true, 0.2, 1, 0.25, 0.1, 4);

        /** How much a row counts. */
        double weight(Example example) {
            if (example.set().equals(Datasets.IDIOMS)) {
                return 0.5;
            }
            if (example.signs()) {
                return 0.2;
            }
            if (example.set().startsWith("valence")) {
                return example.post() == post ? 1 : 0.3;
            }
            if (example.set().equals("goemotions")) {
                return comments;
            }
            return example.post() ? posts : reviews;
        }
    }

    /** What was fitted. */
    record Fit(Weights weights, Scaling scaling, Scaling signs) {}

    private record Row(Sparse features, int label, boolean binary, float weight) implements AdaGrad.Row {}

    private final List<Example.Prepared> all;
    private final WordVectors vectors;

    Polarity(List<Example.Prepared> all, WordVectors vectors) {
        this.all = all;
        this.vectors = vectors;
    }

    /** @param leftOut data sets that must not be looked at */
    Fit fit(Settings settings, Set<String> leftOut) {
        List<Row> rows = new ArrayList<>();
        for (Example.Prepared one : all) {
            Example example = one.example();
            if (example.part() == Part.TRAIN && !example.isFrom(leftOut)) {
                rows.add(new Row(one.features(), example.label(), example.binary(), (float) settings.weight(example)));
            }
        }
        List<Row> common = Rare.without(
                rows, Row::features, (row, features) -> new Row(features, row.label(), row.binary(), row.weight()));
        float[] weights = AdaGrad.fit(
                common,
                new AdaGrad.Settings(WordVectors.PLACES, CLASSES, settings.penalty(), settings.epochs(), 0.2),
                Polarity::error);
        return new Fit(
                Weights.of(vectors.written(weights, CLASSES), CLASSES),
                scaling(weights, settings, leftOut),
                signs(weights, leftOut));
    }

    private static void error(Row row, double[] scores) {
        if (row.binary()) {
            scores[1] = -1e9;
        }
        Scaling.softmax(scores);
        scores[row.label()] -= 1;
    }

    /** For texts without words, whose scores mean less than others'; how often each label is to be expected there is not known. */
    private Scaling signs(float[] weights, Set<String> leftOut) {
        return Calibration.halfEven(all.stream()
                .filter(one -> one.example().signs()
                        && one.example().part() == Part.DEV
                        && !one.example().isFrom(leftOut))
                .map(one -> new Calibration.Row(
                        AdaGrad.scores(one.features(), weights, CLASSES),
                        one.example().label(),
                        false))
                .toList());
    }

    private Scaling scaling(float[] weights, Settings settings, Set<String> leftOut) {
        List<Calibration.Row> rows = new ArrayList<>();
        for (Example.Prepared one : all) {
            Example example = one.example();
            boolean fits = example.post() == settings.post()
                    && !example.set().equals("goemotions")
                    && !example.signs()
                    && !example.set().equals("valence_nyt")
                    && !example.isFrom(leftOut);
            if (fits && example.part() == Part.DEV) {
                double[] scores = AdaGrad.scores(one.features(), weights, CLASSES);
                rows.add(new Calibration.Row(scores, example.label(), example.binary()));
            }
        }
        return Calibration.fit(rows);
    }
}
