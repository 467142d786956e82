package io.rapport.sentiment.training;

import io.rapport.sentiment.emotion.Feeling;
import io.rapport.sentiment.linear.Logistic;
import io.rapport.sentiment.linear.Sparse;
import io.rapport.sentiment.linear.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fits the feelings: each is there or not, whatever the others are. */
final class Feelings {
    /** Which of GoEmotions' names count as which of ours; each Ekman group is a union of ours. */
    static final Map<String, Feeling> NAMES = Map.ofEntries(
            Map.entry("joy", Feeling.JOY),
            Map.entry("amusement", Feeling.JOY),
            Map.entry("excitement", Feeling.JOY),
            Map.entry("love", Feeling.JOY),
            Map.entry("pride", Feeling.JOY),
            Map.entry("admiration", Feeling.TRUST),
            Map.entry("approval", Feeling.TRUST),
            Map.entry("caring", Feeling.TRUST),
            Map.entry("gratitude", Feeling.GRATITUDE),
            Map.entry("desire", Feeling.ANTICIPATION),
            Map.entry("optimism", Feeling.ANTICIPATION),
            Map.entry("relief", Feeling.RELIEF),
            Map.entry("surprise", Feeling.SURPRISE),
            Map.entry("realization", Feeling.SURPRISE),
            Map.entry("confusion", Feeling.CONFUSION),
            Map.entry("curiosity", Feeling.CONFUSION),
            Map.entry("anger", Feeling.ANGER),
            Map.entry("annoyance", Feeling.ANNOYANCE),
            Map.entry("disapproval", Feeling.ANNOYANCE),
            Map.entry("disappointment", Feeling.DISAPPOINTMENT),
            Map.entry("sadness", Feeling.SADNESS),
            Map.entry("grief", Feeling.SADNESS),
            Map.entry("remorse", Feeling.SADNESS),
            Map.entry("embarrassment", Feeling.SADNESS),
            Map.entry("fear", Feeling.FEAR),
            Map.entry("nervousness", Feeling.FEAR),
            Map.entry("disgust", Feeling.DISGUST));
    /** The groups of Demszky et al. 2020. */
    static final Map<String, Set<Feeling>> EKMAN = Map.of(
            "joy", EnumSet.of(Feeling.JOY, Feeling.TRUST, Feeling.GRATITUDE, Feeling.ANTICIPATION, Feeling.RELIEF),
            "surprise", EnumSet.of(Feeling.SURPRISE, Feeling.CONFUSION),
            "anger", EnumSet.of(Feeling.ANGER, Feeling.ANNOYANCE),
            "sadness", EnumSet.of(Feeling.DISAPPOINTMENT, Feeling.SADNESS),
            "fear", EnumSet.of(Feeling.FEAR),
            "disgust", EnumSet.of(Feeling.DISGUST));

    private static final int COUNT = Feeling.values().length;
    private static final double PENALTY = 0.3;
    private static final int EPOCHS = 4;
    private static final double RATE = 0.15;

    private Feelings() {}

    /**
     * @param features as training sees them
     * @param plain as the service does
     * @param feelings those that people saw
     */
    record Row(Sparse features, Sparse plain, Set<Feeling> feelings, Part part) implements AdaGrad.Row {
        @Override
        public float weight() {
            return 1;
        }
    }

    /** What was fitted. */
    record Fit(Weights weights, List<Logistic> scalings) {
        double[] probabilities(Sparse features) {
            double[] p = weights.scores(features);
            for (int i = 0; i < COUNT; i++) {
                p[i] = scalings.get(i).probability(p[i]);
            }
            return p;
        }
    }

    static Set<Feeling> of(Set<String> names) {
        Set<Feeling> feelings = EnumSet.noneOf(Feeling.class);
        names.stream().filter(NAMES::containsKey).map(NAMES::get).forEach(feelings::add);
        return feelings;
    }

    static Fit fit(List<Row> all, WordVectors vectors) {
        List<Row> train = all.stream().filter(row -> row.part() == Part.TRAIN).toList();
        List<Row> common = Rare.without(
                train, Row::features, (row, features) -> new Row(features, row.plain(), row.feelings(), row.part()));
        float[] weights = AdaGrad.fit(
                common, new AdaGrad.Settings(WordVectors.PLACES, COUNT, PENALTY, EPOCHS, RATE), Feelings::error);
        List<Row> dev = all.stream().filter(row -> row.part() == Part.DEV).toList();
        List<double[]> scores = dev.stream()
                .map(row -> AdaGrad.scores(row.features(), weights, COUNT))
                .toList();
        List<Logistic> scalings = new ArrayList<>();
        for (Feeling feeling : Feeling.values()) {
            List<Judged> judged = new ArrayList<>();
            for (int i = 0; i < dev.size(); i++) {
                judged.add(new Judged(
                        scores.get(i)[feeling.ordinal()], dev.get(i).feelings().contains(feeling)));
            }
            scalings.add(scaling(judged));
        }
        return new Fit(Weights.of(vectors.written(weights, COUNT), COUNT), scalings);
    }

    private static void error(Row row, double[] scores) {
        for (Feeling feeling : Feeling.values()) {
            int i = feeling.ordinal();
            scores[i] = 1 / (1 + Math.exp(-scores[i])) - (row.feelings().contains(feeling) ? 1 : 0);
        }
    }

    /** A score and whether the thing was there. */
    record Judged(double score, boolean there) {}

    static Logistic scaling(List<Judged> rows) {
        double[] x = {1, 0};
        new Minimiser(100, 1e-9).minimise((at, gradient) -> loss(rows, at, gradient), x);
        Logistic logistic = new Logistic(x[0], x[1], 0);
        List<Judged> scaled = rows.stream()
                .map(row -> new Judged(logistic.probability(row.score()), row.there()))
                .toList();
        return new Logistic(x[0], x[1], threshold(scaled));
    }

    private static double loss(List<Judged> rows, double[] x, double[] gradient) {
        double loss = 0;
        gradient[0] = 0;
        gradient[1] = 0;
        for (Judged row : rows) {
            double p = 1 / (1 + Math.exp(-(x[0] * row.score() + x[1])));
            loss -= Math.log(Math.max(1e-12, row.there() ? p : 1 - p)) / rows.size();
            double error = (p - (row.there() ? 1 : 0)) / rows.size();
            gradient[0] += error * row.score();
            gradient[1] += error;
        }
        return loss;
    }

    /** From where on saying so gives the best F1. */
    static double threshold(List<Judged> rows) {
        List<Judged> sorted = rows.stream()
                .sorted(Comparator.comparingDouble(Judged::score).reversed())
                .toList();
        long there = rows.stream().filter(Judged::there).count();
        double best = 0;
        double threshold = 0.5;
        int hits = 0;
        for (int i = 0; i < sorted.size(); i++) {
            hits += sorted.get(i).there() ? 1 : 0;
            double f1 = 2.0 * hits / (i + 1 + there);
            if (f1 > best) {
                best = f1;
                threshold = sorted.get(i).score();
            }
        }
        return threshold;
    }
}
