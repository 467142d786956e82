package io.rapport.sentiment.training;

import com.vader.sentiment.analyzer.SentimentAnalyzer;
import io.rapport.sentiment.reading.Deadline;
import io.rapport.sentiment.reading.Label;
import io.rapport.sentiment.reading.SentimentModel;
import io.rapport.sentiment.reading.Understanding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

/** Whoever reads the same rows. */
interface Rival {
    Measures.Row read(Example example);

    /** CoreNLP's sentences as the service has them; its label by the service's rule, which is kinder to it than the mode. */
    static Rival coreNlp(SentimentModel model) {
        return example -> {
            Optional<Understanding> reading = model.read(example.text(), Deadline.in(Duration.ofMinutes(1)));
            double score = reading.map(Understanding::score).orElse(0.0);
            Label label = reading.map(Understanding::label).orElse(Label.NEUTRAL);
            return row(example, score, label.ordinal());
        };
    }

    /** VADER by its Java edition, with the authors' thresholds of ±0.05. */
    static Rival vader() {
        return example -> {
            try {
                SentimentAnalyzer analyzer = new SentimentAnalyzer(example.text());
                analyzer.analyze();
                double compound = analyzer.getPolarity().get("compound");
                return row(example, compound, compound >= 0.05 ? 2 : compound <= -0.05 ? 0 : 1);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        };
    }

    private static Measures.Row row(Example example, double score, int said) {
        double[] p = {Math.max(0, -score), 1 - Math.abs(score), Math.max(0, score)};
        return new Measures.Row(example.label(), p, said, example.valence());
    }
}
