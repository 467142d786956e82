package io.rapport.sentiment.corenlp;

import io.rapport.sentiment.reading.Deadline;
import io.rapport.sentiment.reading.Sentence;
import io.rapport.sentiment.reading.SentimentModel;
import io.rapport.sentiment.reading.Understanding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stanford CoreNLP's recursive neural network over the trees of its shift-reduce parser, as it is: each sentence has five
 * class probabilities, equal to those of the stock pipeline (but see {@link Pieces} and {@link TextWindow} for sentences and
 * texts of unusual length). The document is the mean of its sentences, see {@link FiveClasses}.
 */
public final class CoreNlpModel implements SentimentModel {
    static final String NAME = "corenlp-4.5.10-sr";

    private final CoreNlp coreNlp;

    /** @param coreNlp which may be shared with other models */
    public CoreNlpModel(CoreNlp coreNlp) {
        this.coreNlp = coreNlp;
    }

    /** Loads everything from the class path, and tries it. */
    public static CoreNlpModel load() {
        return tried(CoreNlp.load());
    }

    /**
     * A model that has been tried.
     *
     * @param coreNlp which may be shared with other models
     */
    public static CoreNlpModel tried(CoreNlp coreNlp) {
        CoreNlpModel model = new CoreNlpModel(coreNlp);
        // The first text would otherwise pay for what is set up on first use.
        model.read("Lovely bread, but the queue was endless.", Deadline.in(Duration.ofMinutes(1)));
        return model;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Understanding> read(String text, Deadline deadline) {
        List<Sentence> sentences = new ArrayList<>();
        for (TokenSentence sentence : coreNlp.sentences(text, deadline)) {
            deadline.check();
            sentences.add(FiveClasses.sentence(sentence.begin(), sentence.end(), coreNlp.classes(sentence, deadline)));
        }
        return sentences.isEmpty() ? Optional.empty() : Optional.of(FiveClasses.mean(sentences));
    }
}
