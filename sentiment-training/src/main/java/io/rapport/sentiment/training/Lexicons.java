package io.rapport.sentiment.training;

import edu.stanford.nlp.neural.NeuralUtils;
import edu.stanford.nlp.sentiment.SentimentModel;
import io.rapport.sentiment.words.Idioms;
import io.rapport.sentiment.words.Lexicon;
import io.rapport.sentiment.words.Token;
import io.rapport.sentiment.words.Tokenizer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;

/** Makes the lexicon from VADER's and from what CoreNLP's sentiment network says of single words. */
final class Lexicons {
    private static final String VADER = "/vader_sentiment_lexicon.txt";
    private static final String EMOJI = "emoji.txt";
    private static final String NETWORK = "edu/stanford/nlp/models/sentiment/sentiment.ser.gz";
    private static final int CLASSES = 5;
    /** Idioms have no more sound than this. */
    private static final float LOUDEST = 3;

    private Lexicons() {}

    static Lexicon load() {
        Map<String, Float> rated = rated();
        Map<String, Float> learned = learned();
        Idioms.sounds().forEach((form, sound) -> {
            rated.put(form, sound);
            learned.put(form, sound / LOUDEST);
        });
        return new Lexicon(rated, learned);
    }

    /** Written as the tokenizer writes them; what it takes for several tokens can't be found in a text. */
    private static Map<String, Float> rated() {
        Map<String, Float> words = new HashMap<>();
        lines(VADER).map(line -> line.split("\t")).filter(f -> f.length > 1).forEach(f -> {
            List<Token> tokens = Tokenizer.tokens(f[0]);
            if (tokens.size() == 1) {
                words.putIfAbsent(tokens.getFirst().form(), Float.parseFloat(f[1]));
            }
        });
        lines(EMOJI)
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(":"))
                .forEach(f -> Tokenizer.tokens(f[1]).forEach(token -> words.put(token.form(), Float.parseFloat(f[0]))));
        return words;
    }

    private static Stream<String> lines(String resource) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Lexicons.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return lines.lines().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The expected class of a tree that is one word, as CoreNLP computes it, brought to [−1, 1]. */
    private static Map<String, Float> learned() {
        SentimentModel network = SentimentModel.loadSerialized(NETWORK);
        SimpleMatrix weights = network.getUnaryClassification("");
        Map<String, Float> words = new HashMap<>();
        network.wordVectors.forEach((word, vector) -> {
            if (word.equals(word.toLowerCase()) && !word.isEmpty() && Character.isLetter(word.charAt(0))) {
                words.put(word, expected(weights, NeuralUtils.elementwiseApplyTanh(vector)));
            }
        });
        return words;
    }

    private static float expected(SimpleMatrix weights, SimpleMatrix input) {
        double sum = 0;
        double expected = 0;
        int bias = weights.numCols() - 1;
        for (int c = 0; c < CLASSES; c++) {
            double score = weights.get(c, bias);
            for (int j = 0; j < bias; j++) {
                score += weights.get(c, j) * input.get(j);
            }
            sum += Math.exp(score);
            expected += Math.exp(score) * (c - 2) / 2.0;
        }
        return (float) (Math.round(1000 * expected / sum) / 1000.0);
    }
}
