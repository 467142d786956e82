package io.rapport.sentiment.corenlp.judge;

import io.rapport.sentiment.corenlp.table.FeatureTable;
import io.rapport.sentiment.corenlp.table.ModelInput;
import io.rapport.sentiment.corenlp.table.ModelOutput;
import io.rapport.sentiment.corenlp.table.TextHash;
import java.io.IOException;

/**
 * The vectors of words.
 *
 * @param places from the hash of a word, as it is written, to the place of its vector
 * @param vectors of tanh values; the first one stands for all unknown words
 */
public record Words(FeatureTable places, double[][] vectors) {

    /** Reads what {@link #write} wrote. */
    public static Words read(ModelInput in) throws IOException {
        FeatureTable places = FeatureTable.read(in);
        double[][] vectors = new double[in.integer()][];
        int size = in.integer();
        double[] all = in.doubles();
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = new double[size];
            System.arraycopy(all, i * size, vectors[i], 0, size);
        }
        return new Words(places, vectors);
    }

    /** Writes all words. */
    public void write(ModelOutput out) throws IOException {
        places.write(out);
        out.integer(vectors.length);
        int size = vectors[0].length;
        out.integer(size);
        double[] all = new double[vectors.length * size];
        for (int i = 0; i < vectors.length; i++) {
            System.arraycopy(vectors[i], 0, all, i * size, size);
        }
        out.doubles(all);
    }

    double[] vector(String word) {
        return vectors[places.find(TextHash.of(word))];
    }
}
