package io.rapport.sentiment.corenlp.parse;

import io.rapport.sentiment.corenlp.table.TextHash;
import java.util.Arrays;

/**
 * The strings that the features of one sentence are made of, each by a number and with what it takes to join its hash: first
 * those that all sentences share, then the words of this one.
 */
final class Vocabulary {
    private static final char SEPARATOR = '-';

    private long[] hash;
    private long[] power;
    private long[] dashed;
    private long[] dashedPower;
    private int size;

    private Vocabulary(int capacity) {
        this.hash = new long[capacity];
        this.power = new long[capacity];
        this.dashed = new long[capacity];
        this.dashedPower = new long[capacity];
    }

    static Vocabulary of(String... texts) {
        Vocabulary vocabulary = new Vocabulary(texts.length);
        for (String text : texts) {
            vocabulary.add(text);
        }
        return vocabulary;
    }

    /** A copy that words can be added to. */
    Vocabulary forSentence(int words) {
        Vocabulary copy = new Vocabulary(size + words);
        copy.size = size;
        System.arraycopy(hash, 0, copy.hash, 0, size);
        System.arraycopy(power, 0, copy.power, 0, size);
        System.arraycopy(dashed, 0, copy.dashed, 0, size);
        System.arraycopy(dashedPower, 0, copy.dashedPower, 0, size);
        return copy;
    }

    int add(String text) {
        if (size == hash.length) {
            grow();
        }
        hash[size] = TextHash.of(text);
        power[size] = TextHash.power(text.length());
        dashed[size] = TextHash.join(SEPARATOR, hash[size], power[size]);
        dashedPower[size] = TextHash.power(1) * power[size];
        return size++;
    }

    long join(long prefix, int text) {
        return prefix * power[text] + hash[text];
    }

    long join(long prefix, int first, int second) {
        return join(prefix, first) * dashedPower[second] + dashed[second];
    }

    long join(long prefix, int first, int second, int third) {
        return join(prefix, first, second) * dashedPower[third] + dashed[third];
    }

    private void grow() {
        hash = Arrays.copyOf(hash, 2 * size);
        power = Arrays.copyOf(power, 2 * size);
        dashed = Arrays.copyOf(dashed, 2 * size);
        dashedPower = Arrays.copyOf(dashedPower, 2 * size);
    }
}
