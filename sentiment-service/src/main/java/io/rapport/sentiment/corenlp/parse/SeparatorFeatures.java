package io.rapport.sentiment.corenlp.parse;

import io.rapport.sentiment.corenlp.table.TextHash;

/** The features that tell which separators stand between the heads of two nodes, and how many. */
final class SeparatorFeatures {
    private final long firstWord;
    private final long firstWordCategory;
    private final long secondWord;
    private final long secondWordCategory;
    private final long categories;
    private final Labels labels;

    SeparatorFeatures(String first, String second, Labels labels) {
        String name = "Sepb" + first + second + "-";
        this.firstWord = TextHash.of(first + "w" + name);
        this.firstWordCategory = TextHash.of(first + "wc" + name);
        this.secondWord = TextHash.of(second + "w" + name);
        this.secondWordCategory = TextHash.of(second + "wc" + name);
        this.categories = TextHash.of(first + "c" + second + "c" + name);
        this.labels = labels;
    }

    /** @param left which of the two comes first in the sentence */
    int add(Parsing at, int first, int second, boolean secondIsLeft, long[] features, int count) {
        if (first == Parsing.NONE || second == Parsing.NONE) {
            return count;
        }
        int left = at.head(secondIsLeft ? second : first);
        int right = at.head(secondIsLeft ? first : second);
        int kind = at.separators().firstBetween(left, right);
        int next = kind < 0 ? count : add(at, first, second, labels.separator(kind), features, count);
        return add(at, first, second, number(at, at.separators().countBetween(left, right)), features, next);
    }

    private int add(Parsing at, int first, int second, int between, long[] features, int count) {
        Vocabulary texts = at.vocabulary();
        features[count] = texts.join(firstWord, between, at.headWord(first));
        features[count + 1] = texts.join(firstWordCategory, between, at.headWord(first), at.label(first));
        features[count + 2] = texts.join(secondWord, between, at.headWord(second));
        features[count + 3] = texts.join(secondWordCategory, between, at.headWord(second), at.label(second));
        features[count + 4] = texts.join(categories, between, at.label(first), at.label(second));
        return count + 5;
    }

    private int number(Parsing at, int count) {
        int known = labels.count(count);
        return known >= 0 ? known : at.vocabulary().add(Integer.toString(count));
    }
}
