package io.rapport.sentiment.corenlp.tag;

import io.rapport.sentiment.corenlp.table.FeatureTable;
import io.rapport.sentiment.corenlp.table.ModelInput;
import io.rapport.sentiment.corenlp.table.ModelOutput;
import io.rapport.sentiment.corenlp.table.TextHash;
import java.io.IOException;

/**
 * What each feature of a word says for each tag.
 *
 * @param rows from the hash of a feature's kind and value to the first of its cells, from 1
 * @param tags of each cell; negative (−1 − tag) where it is the last of its row
 * @param values of each cell
 */
public record Lambdas(FeatureTable rows, byte[] tags, double[] values) {
    private static final char FIRST_KIND = 'A';
    private static final long ONE_CHARACTER = TextHash.power(1);

    /** Reads what {@link #write} wrote. */
    public static Lambdas read(ModelInput in) throws IOException {
        return new Lambdas(FeatureTable.read(in), in.bytes(), in.doubles());
    }

    /** Writes the tables. */
    public void write(ModelOutput out) throws IOException {
        rows.write(out);
        out.bytes(tags);
        out.doubles(values);
    }

    /** The hash of a feature: that of its value with one more character, which stands for its kind. */
    public static long feature(int kind, long value) {
        return TextHash.join(value, FIRST_KIND + kind, ONE_CHARACTER);
    }

    /** Adds what a feature says to the scores of the tags. */
    void add(int kind, long value, double[] scores) {
        int at = rows.find(feature(kind, value));
        if (at == FeatureTable.NONE) {
            return;
        }
        while (tags[at] >= 0) {
            scores[tags[at]] += values[at];
            at++;
        }
        scores[-1 - tags[at]] += values[at];
    }

    void add(int kind, String value, double[] scores) {
        add(kind, TextHash.of(value), scores);
    }
}
