package io.rapport.sentiment.corenlp.parse;

import io.rapport.sentiment.corenlp.table.ModelInput;
import io.rapport.sentiment.corenlp.table.ModelOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tags of words and the categories of phrases, by number. A temporary category ("@NP") stands for a phrase half built. */
public final class Labels {
    static final int NULL = 0;
    private static final String NULL_TEXT = "*NULL*";
    private static final String TEMPORARY = "@";
    private static final int COUNTS = 160;

    private final String[] names;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[] category;
    private final Vocabulary vocabulary;

    /** @param names all labels; with each temporary one the category that it stands for */
    public Labels(String... names) {
        this.names = names;
        numbers.put(NULL_TEXT, NULL);
        for (String name : names) {
            numbers.put(name, numbers.size());
        }
        this.category = new int[names.length + 1];
        Arrays.setAll(category, label -> label == NULL ? NULL : categoryOf(names[label - 1]));
        this.vocabulary = Vocabulary.of(Stream.of(
                        Stream.of(NULL_TEXT),
                        Arrays.stream(names),
                        IntStream.range(0, COUNTS).mapToObj(Integer::toString),
                        Separators.KINDS.stream())
                .flatMap(texts -> texts)
                .toArray(String[]::new));
    }

    /** Reads what {@link #write} wrote. */
    public static Labels read(ModelInput in) throws IOException {
        return new Labels(in.texts());
    }

    /** Writes the names. */
    public void write(ModelOutput out) throws IOException {
        out.texts(names);
    }

    /** @throws IllegalArgumentException if there is no such label */
    public int number(String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("No such label: " + name);
        }
        return number;
    }

    /** How many labels there are, and none. */
    public int size() {
        return names.length + 1;
    }

    /** The label's name. */
    public String name(int label) {
        return label == NULL ? NULL_TEXT : names[label - 1];
    }

    boolean temporary(int label) {
        return category[label] != label;
    }

    /** The label itself, or what a temporary one stands for. */
    int category(int label) {
        return category[label];
    }

    /** The shared strings of all features: the labels by their number, small counts, and separators. */
    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The vocabulary's number of a count, or −1 where it isn't in it. */
    int count(int count) {
        return count < COUNTS ? size() + count : -1;
    }

    /** The vocabulary's number of a kind of separator. */
    int separator(int kind) {
        return size() + COUNTS + kind;
    }

    private int categoryOf(String name) {
        return number(name.startsWith(TEMPORARY) ? name.substring(TEMPORARY.length()) : name);
    }
}
