package io.rapport.sentiment.corenlp;

import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.neural.rnn.RNNCoreAnnotations;
import edu.stanford.nlp.sentiment.SentimentCoreAnnotations.SentimentAnnotatedTree;
import edu.stanford.nlp.util.CoreMap;
import io.rapport.sentiment.reading.Deadline;
import io.rapport.sentiment.reading.Sentence;
import io.rapport.sentiment.reading.SentimentModel;
import io.rapport.sentiment.reading.Understanding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.simple.SimpleMatrix;

/**
 * Stanford CoreNLP's recursive neural network over the trees of its shift-reduce parser, as it is: each sentence has five
 * class probabilities, equal to those of the stock pipeline (but see {@link Pieces} and {@link TextWindow} for sentences and
 * texts of unusual length). The document is the mean of its sentences, see {@link FiveClasses}.
 */
public final class CoreNlpModel implements SentimentModel {
    static final String NAME = "corenlp-4.5.10-sr";

    private final Annotators annotators;

    private CoreNlpModel(Annotators annotators) {
        this.annotators = annotators;
    }

    /** Loads everything from the class path, which takes some seconds, and tries it. */
    public static CoreNlpModel load() {
        CoreNlpModel model = new CoreNlpModel(Annotators.load());
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
        for (TextWindow window : TextWindow.of(text)) {
            deadline.check();
            for (CoreMap sentence : annotators.sentences(window.in(text))) {
                for (CoreMap piece : Pieces.of(sentence)) {
                    deadline.check();
                    sentences.add(judge(piece, window.begin()));
                }
            }
        }
        return sentences.isEmpty() ? Optional.empty() : Optional.of(FiveClasses.mean(sentences));
    }

    private Sentence judge(CoreMap sentence, int offset) {
        annotators.annotate(sentence);
        SimpleMatrix predictions = RNNCoreAnnotations.getPredictions(sentence.get(SentimentAnnotatedTree.class));
        List<CoreLabel> tokens = sentence.get(TokensAnnotation.class);
        return FiveClasses.sentence(
                offset + tokens.getFirst().beginPosition(),
                offset + tokens.getLast().endPosition(),
                List.of(
                        predictions.get(0),
                        predictions.get(1),
                        predictions.get(2),
                        predictions.get(3),
                        predictions.get(4)));
    }
}
