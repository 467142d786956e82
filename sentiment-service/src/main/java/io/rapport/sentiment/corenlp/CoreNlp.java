package io.rapport.sentiment.corenlp;

import io.rapport.sentiment.corenlp.judge.Judge;
import io.rapport.sentiment.corenlp.parse.Binary;
import io.rapport.sentiment.corenlp.parse.Parser;
import io.rapport.sentiment.corenlp.table.ModelInput;
import io.rapport.sentiment.corenlp.tag.Tagger;
import io.rapport.sentiment.reading.Deadline;
import io.rapport.sentiment.reading.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/**
 * Stanford CoreNLP's pipeline for sentiment, step by step: tokens and sentences, tags, tree, classes. The tokenizer is the
 * library's; the other steps are our own code over its models, which the build has converted, and say the same (see the tests).
 * Safe to be used by many threads; keeps nothing between texts.
 */
public final class CoreNlp {
    /** What the file of the converted models begins with; to be changed with its layout. */
    public static final String FORMAT = "rapport-corenlp-4.5.10-2";

    private static final String FILE = "corenlp.model";

    private final Tokens tokens = new Tokens();
    private final Tagger tagger;
    private final Parser parser;
    private final Judge judge;

    private CoreNlp(ModelInput in) throws IOException {
        this.tagger = Tagger.read(in);
        this.parser = Parser.read(in);
        this.judge = Judge.read(in);
    }

    /** Loads the converted models from the class path: about a second and 90 MB of heap. */
    public static CoreNlp load() {
        try (InputStream file = CoreNlp.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(
                        "The models haven't been converted; build sentiment-service with Maven.");
            }
            ModelInput in = new ModelInput(file);
            if (!FORMAT.equals(in.text())) {
                throw new IllegalStateException(
                        "The converted models are of another version; build sentiment-service again.");
            }
            return new CoreNlp(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * The sentences of a text, those of unusual length in pieces.
     *
     * @throws RuntimeException when the deadline is over
     */
    public List<TokenSentence> sentences(String text, Deadline deadline) {
        List<TokenSentence> sentences = tokens.sentences(text, deadline);
        deadline.lap(Stage.SPLIT);
        return sentences;
    }

    /** The part of speech of each token, by the Penn Treebank's tags. */
    public List<String> tags(TokenSentence sentence) {
        return tagger.tag(sentence.words());
    }

    /** Five probabilities from very negative to very positive. */
    public List<Double> classes(TokenSentence sentence, Deadline deadline) {
        List<String> words = sentence.words();
        List<String> tags = tagger.tag(words);
        deadline.lap(Stage.TAG);
        Binary tree = parser.parse(words, tags);
        deadline.lap(Stage.PARSE);
        double[] classes = judge.judge(tree, words);
        deadline.lap(Stage.NETWORK);
        return boxed(classes);
    }

    /**
     * The sentence, its parts and theirs, down to the single words, each before its own parts.
     *
     * @param tags as from {@link #tags}
     */
    public List<JudgedPhrase> phrases(TokenSentence sentence, List<String> tags) {
        List<String> words = sentence.words();
        return judge.phrases(parser.parse(words, tags), words).stream()
                .map(phrase -> new JudgedPhrase(phrase.begin(), phrase.end(), boxed(phrase.classes())))
                .toList();
    }

    private static List<Double> boxed(double... classes) {
        return Arrays.stream(classes).boxed().toList();
    }
}
