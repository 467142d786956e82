package io.rapport.sentiment.corenlp.judge;

import io.rapport.sentiment.corenlp.parse.Binary;
import io.rapport.sentiment.corenlp.table.ModelInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * CoreNLP's recursive neural tensor network: a vector for each word, and for each pair of neighbours one of both together.
 * Sums are taken in another order than in the library, so the probabilities differ from its own in the last digits.
 */
public final class Judge {
    private final Words words;
    private final Composition composition;
    private final double[] classification;
    private final int size;

    private Judge(Words words, Composition composition, double... classification) {
        this.words = words;
        this.composition = composition;
        this.classification = classification;
        this.size = composition.size();
    }

    /** Reads vectors and matrices as the conversion wrote them. */
    public static Judge read(ModelInput in) throws IOException {
        return new Judge(Words.read(in), Composition.read(in), in.doubles());
    }

    /** The probabilities of the classes of a whole sentence, from very negative to very positive. */
    public double[] judge(Binary tree, List<String> sentence) {
        return classes(vector(tree, sentence));
    }

    /** A part of a sentence, by the indices of its first word and of the one after its last, with its classes. */
    public record Phrase(int begin, int end, double... classes) {}

    /** The classes of the whole sentence and of all its parts, each before its own parts. */
    public List<Phrase> phrases(Binary tree, List<String> sentence) {
        List<Phrase> phrases = new ArrayList<>();
        addPhrases(tree, 0, sentence, phrases);
        return phrases;
    }

    private double[] addPhrases(Binary tree, int begin, List<String> sentence, List<Phrase> phrases) {
        int place = phrases.size();
        phrases.add(null);
        double[] vector =
                switch (tree) {
                    case Binary.Word word -> words.vector(sentence.get(word.index()));
                    case Binary.Pair pair -> {
                        double[] left = addPhrases(pair.left(), begin, sentence, phrases);
                        int middle = begin + pair.left().words();
                        yield composition.of(left, addPhrases(pair.right(), middle, sentence, phrases));
                    }
                };
        phrases.set(place, new Phrase(begin, begin + tree.words(), classes(vector)));
        return vector;
    }

    private double[] vector(Binary tree, List<String> sentence) {
        return switch (tree) {
            case Binary.Word word -> words.vector(sentence.get(word.index()));
            case Binary.Pair pair -> composition.of(vector(pair.left(), sentence), vector(pair.right(), sentence));
        };
    }

    private double[] classes(double... vector) {
        double[] classes = new double[classification.length / (size + 1)];
        double total = 0;
        for (int i = 0; i < classes.length; i++) {
            int row = i * (size + 1);
            double sum = classification[row + size];
            for (int j = 0; j < size; j++) {
                sum += classification[row + j] * vector[j];
            }
            classes[i] = Math.exp(sum);
            total += classes[i];
        }
        for (int i = 0; i < classes.length; i++) {
            classes[i] /= total;
        }
        return classes;
    }
}
