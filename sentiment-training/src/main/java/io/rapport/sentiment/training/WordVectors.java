package io.rapport.sentiment.training;

import edu.stanford.nlp.io.IOUtils;
import edu.stanford.nlp.neural.Embedding;
import io.rapport.sentiment.linear.Bag;
import io.rapport.sentiment.linear.Sparse;
import io.rapport.sentiment.words.Text;
import io.rapport.sentiment.words.TextFeatures;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The word vectors of CoreNLP's coreference models. Training sees the mean of a text's vectors; since that is linear in the
 * words, what is learned of it can be written down as a weight for each word, and the vectors themselves stay here.
 */
final class WordVectors {
    private static final String FILE = "edu/stanford/nlp/models/coref/neural/english-embeddings.ser.gz";
    private static final float SCALE = 1;
    /** How many numbers a vector has. */
    static final int SIZE = 50;
    /** Places of features with the vectors behind them. */
    static final int PLACES = Bag.PLACES + SIZE;

    private final Map<String, float[]> vectors = new HashMap<>();

    static WordVectors load() {
        try {
            Embedding embedding = IOUtils.readObjectFromURLOrClasspathOrFileSystem(FILE);
            WordVectors all = new WordVectors();
            embedding.getWordVectors().forEach((word, vector) -> {
                if (word.chars().allMatch(c -> Character.isLetter(c) || c == '\'')) {
                    float[] numbers = new float[SIZE];
                    for (int i = 0; i < SIZE; i++) {
                        numbers[i] = (float) vector.get(i);
                    }
                    all.vectors.put(word, numbers);
                }
            });
            return all;
        } catch (IOException | ClassNotFoundException unreadable) {
            throw new IllegalStateException("CoreNLP's models are not on the class path", unreadable);
        }
    }

    /** Appends the mean of the text's vectors. */
    Sparse with(Sparse features, Text text) {
        float[] mean = new float[SIZE];
        for (int i = 0; i < text.size(); i++) {
            float[] vector = text.token(i).wordy() ? vectors.get(text.token(i).form()) : null;
            float share = TextFeatures.share(text, i) * SCALE;
            for (int j = 0; vector != null && j < SIZE; j++) {
                mean[j] += share * vector[j];
            }
        }
        int size = features.ids().length;
        int[] ids = Arrays.copyOf(features.ids(), size + SIZE);
        float[] values = Arrays.copyOf(features.values(), size + SIZE);
        for (int j = 0; j < SIZE; j++) {
            ids[size + j] = Bag.PLACES + j;
            values[size + j] = mean[j];
        }
        return new Sparse(ids, values);
    }

    /** The vector of a word, or null. */
    float[] of(String word) {
        return vectors.get(word);
    }

    /** All words that have a vector. */
    java.util.Set<String> words() {
        return vectors.keySet();
    }

    /** From weights of vectors to weights of words. */
    float[] written(float[] weights, int classes) {
        float[] plain = Arrays.copyOf(weights, Bag.PLACES * classes);
        vectors.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            int at = Bag.wordPlace(entry.getKey()) * classes;
            for (int c = 0; c < classes; c++) {
                float weight = 0;
                for (int j = 0; j < SIZE; j++) {
                    weight += SCALE * entry.getValue()[j] * weights[(Bag.PLACES + j) * classes + c];
                }
                plain[at + c] = weight;
            }
        });
        return plain;
    }
}
