package io.rapport.sentiment.training;

import io.rapport.sentiment.aspect.AspectFeatures;
import io.rapport.sentiment.linear.Bag;
import io.rapport.sentiment.linear.Scaling;
import io.rapport.sentiment.linear.Sparse;
import io.rapport.sentiment.linear.Weights;
import io.rapport.sentiment.training.Mams.Target;
import io.rapport.sentiment.words.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fits how one thing in a sentence sounds. */
final class Aspects {
    private static final int CLASSES = 3;
    private static final int FEWEST = 3;
    private static final double PENALTY = 0.3;
    private static final int EPOCHS = 6;
    private static final double RATE = 0.1;

    /** What was fitted. */
    record Fit(Weights weights, Scaling scaling) {}

    record Row(Sparse features, int label, Part part) implements AdaGrad.Row {
        @Override
        public float weight() {
            return 1;
        }
    }

    private final AspectFeatures features;
    private final Map<String, Map<String, Double>> words;

    private final List<Target> targets;

    Aspects(AspectFeatures features, List<Target> targets) {
        this.features = features;
        this.targets = targets;
        this.words = association(targets);
    }

    List<Row> rows() {
        return targets.stream().map(this::row).toList();
    }

    Row row(Target target) {
        Text sentence = Text.of(target.text());
        if (target.category()) {
            int at = place(sentence, target.what());
            return new Row(features.of(sentence, at, at + 1, target.what()), target.label(), target.part());
        }
        int from = -1;
        int to = -1;
        for (int i = 0; i < sentence.size(); i++) {
            boolean inside = sentence.token(i).begin() < target.end()
                    && sentence.token(i).end() > target.begin();
            from = inside && from < 0 ? i : from;
            to = inside ? i + 1 : to;
        }
        return new Row(features.of(sentence, from, to, AspectFeatures.NAMED), target.label(), target.part());
    }

    Fit fit(List<Row> rows) {
        List<Row> train = rows.stream().filter(row -> row.part() == Part.TRAIN).toList();
        List<Row> common = Rare.without(train, Row::features, (row, f) -> new Row(f, row.label(), row.part()));
        float[] weights =
                AdaGrad.fit(common, new AdaGrad.Settings(Bag.PLACES, CLASSES, PENALTY, EPOCHS, RATE), (row, scores) -> {
                    Scaling.softmax(scores);
                    scores[row.label()] -= 1;
                });
        List<Calibration.Row> dev = rows.stream()
                .filter(row -> row.part() == Part.DEV)
                .map(row -> new Calibration.Row(AdaGrad.scores(row.features(), weights, CLASSES), row.label(), false))
                .toList();
        return new Fit(Weights.of(weights, CLASSES), Calibration.fit(dev));
    }

    /** The word that speaks most for the category; −1 where none does. */
    private int place(Text sentence, String category) {
        Map<String, Double> known = words.getOrDefault(category, Map.of());
        int best = -1;
        double most = 0.7;
        for (int i = 0; i < sentence.size(); i++) {
            double value = known.getOrDefault(sentence.token(i).form(), 0.0);
            if (value > most) {
                most = value;
                best = i;
            }
        }
        return best;
    }

    /** For each category how much likelier a word is in sentences about it than in others, as a logarithm. */
    static Map<String, Map<String, Double>> association(List<Target> targets) {
        Map<String, List<String>> byText = new HashMap<>();
        Map<String, Integer> sentences = new HashMap<>();
        for (Target target : targets) {
            if (target.category() && target.part() == Part.TRAIN) {
                byText.computeIfAbsent(target.text(), any -> new ArrayList<>()).add(target.what());
                sentences.merge(target.what(), 1, Integer::sum);
            }
        }
        Map<String, Integer> all = new HashMap<>();
        Map<String, Map<String, Integer>> with = new HashMap<>();
        byText.forEach((text, categories) -> {
            Text sentence = Text.of(text);
            Set<String> forms = new HashSet<>();
            for (int i = 0; i < sentence.size(); i++) {
                forms.add(sentence.token(i).form());
            }
            for (String form : forms) {
                all.merge(form, 1, Integer::sum);
                categories.stream().distinct().forEach(category -> with.computeIfAbsent(
                                category, any -> new HashMap<>())
                        .merge(form, 1, Integer::sum));
            }
        });
        Map<String, Map<String, Double>> association = new HashMap<>();
        int total = byText.size();
        with.forEach((category, counts) -> {
            Map<String, Double> values = new HashMap<>();
            double size = sentences.get(category);
            counts.forEach((form, count) -> {
                if (count >= FEWEST) {
                    double inside = (count + 0.5) / (size + 1);
                    double outside = (all.get(form) - count + 0.5) / (total - size + 1);
                    values.put(form, Math.log(inside / outside) * Math.min(1, Math.log(count) / 3));
                }
            });
            association.put(category, values);
        });
        return association;
    }
}
