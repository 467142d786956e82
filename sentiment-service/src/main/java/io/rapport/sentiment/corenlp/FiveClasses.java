package io.rapport.sentiment.corenlp;

import io.rapport.sentiment.reading.LabelRule;
import io.rapport.sentiment.reading.Probabilities;
import io.rapport.sentiment.reading.Sentence;
import io.rapport.sentiment.reading.Understanding;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * From CoreNLP's five classes (0 very negative … 4 very positive) to one score.
 *
 * <p>A sentence's score is (E[class] − 2) / 2, in [−1, 1]. The document's score is the mean over its sentences; its
 * probabilities are the means of: the two negative classes together, the neutral one, the two positive ones together.
 */
final class FiveClasses {
    private FiveClasses() {}

    static Sentence sentence(int begin, int end, List<Double> classes) {
        double score = score(classes);
        if (Double.isNaN(score)) {
            throw new ArithmeticException("The model's answer is not a number.");
        }
        return new Sentence(begin, end, score, LabelRule.label(score), classes);
    }

    static Understanding mean(List<Sentence> sentences) {
        double score = mean(sentences, Sentence::score);
        Probabilities probabilities = new Probabilities(
                mean(sentences, it -> it.classes().get(0) + it.classes().get(1)),
                mean(sentences, it -> it.classes().get(2)),
                mean(sentences, it -> it.classes().get(3) + it.classes().get(4)));
        return new Understanding(
                score, LabelRule.label(score), probabilities, List.copyOf(sentences), List.of(), List.of());
    }

    private static double score(List<Double> classes) {
        double expected = 0;
        for (int i = 0; i < classes.size(); i++) {
            expected += i * classes.get(i);
        }
        // The classes sum to 1 only up to rounding.
        return Math.clamp((expected - 2) / 2, -1, 1);
    }

    private static double mean(List<Sentence> sentences, ToDoubleFunction<Sentence> value) {
        return sentences.stream().mapToDouble(value).average().orElseThrow();
    }
}
