package io.rapport.sentiment.corenlp.tag;

import io.rapport.sentiment.corenlp.table.FeatureTable;
import io.rapport.sentiment.corenlp.table.ModelInput;
import io.rapport.sentiment.corenlp.table.ModelOutput;
import io.rapport.sentiment.corenlp.table.TextHash;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which words are used alike, by the name of their class.
 *
 * @param words from the hash of a word, mostly in lower case, to the place of its class
 * @param names of the classes from 1; the first is for words that aren't in the table
 * @param cased whether words are looked up as they are written
 * @param digits whether words with digits are looked up with nines, too
 */
public record Clusters(FeatureTable words, String[] names, boolean cased, boolean digits) {
    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    /** Reads what {@link #write} wrote. */
    public static Clusters read(ModelInput in) throws IOException {
        return new Clusters(FeatureTable.read(in), in.texts(), in.integer() == 1, in.integer() == 1);
    }

    /** Writes all words. */
    public void write(ModelOutput out) throws IOException {
        words.write(out);
        out.texts(names);
        out.integer(cased ? 1 : 0);
        out.integer(digits ? 1 : 0);
    }

    String of(String word) {
        // The library lowers by the locale of the machine; the models are English.
        String key = cased ? word : word.toLowerCase(Locale.ENGLISH);
        int found = words.find(TextHash.of(key));
        if (found == FeatureTable.NONE && digits) {
            found = words.find(TextHash.of(DIGIT.matcher(key).replaceAll("9")));
        }
        return names[found];
    }
}
