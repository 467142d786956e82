package io.rapport.sentiment.corenlp.parse;

import io.rapport.sentiment.corenlp.table.TextHash;

/** The features that tell of two nodes together: of each the head word, and the category or the tag. */
final class PairFeatures {
    private final boolean firstByTag;
    private final boolean secondByTag;
    private final long none;
    private final long onlyFirstWord;
    private final long onlyFirst;
    private final long onlySecondWord;
    private final long onlySecond;
    private final long bothWords;
    private final long wordOther;
    private final long otherWord;
    private final long others;

    /** @param firstByTag whether the first one is told by its head's tag rather than its category; so with the second */
    PairFeatures(String first, boolean firstByTag, String second, boolean secondByTag) {
        this.firstByTag = firstByTag;
        this.secondByTag = secondByTag;
        String one = firstByTag ? "T" : "C";
        String two = secondByTag ? "T" : "C";
        this.none = TextHash.of(first + "n" + second + "n");
        this.onlyFirstWord = TextHash.of(first + "W" + second + "n-");
        this.onlyFirst = TextHash.of(first + one + second + "n-");
        this.onlySecondWord = TextHash.of(first + "n" + second + "W-");
        this.onlySecond = TextHash.of(first + "n" + second + two + "-");
        this.bothWords = TextHash.of(first + "W" + second + "W-");
        this.wordOther = TextHash.of(first + "W" + second + two + "-");
        this.otherWord = TextHash.of(first + one + second + "W-");
        this.others = TextHash.of(first + one + second + two + "-");
    }

    int add(Parsing at, int first, int second, long[] features, int count) {
        if (first != Parsing.NONE && second != Parsing.NONE) {
            return addBoth(at, first, second, features, count);
        }
        Vocabulary texts = at.vocabulary();
        if (first != Parsing.NONE) {
            features[count] = texts.join(onlyFirstWord, at.headWord(first));
            features[count + 1] = texts.join(onlyFirst, told(at, first, firstByTag));
            return count + 2;
        }
        if (second != Parsing.NONE) {
            features[count] = texts.join(onlySecondWord, at.headWord(second));
            features[count + 1] = texts.join(onlySecond, told(at, second, secondByTag));
            return count + 2;
        }
        features[count] = none;
        return count + 1;
    }

    private int addBoth(Parsing at, int first, int second, long[] features, int count) {
        Vocabulary texts = at.vocabulary();
        int firstWord = at.headWord(first);
        int firstOther = told(at, first, firstByTag);
        int secondWord = at.headWord(second);
        int secondOther = told(at, second, secondByTag);
        features[count] = texts.join(bothWords, firstWord, secondWord);
        features[count + 1] = texts.join(wordOther, firstWord, secondOther);
        features[count + 2] = texts.join(otherWord, firstOther, secondWord);
        features[count + 3] = texts.join(others, firstOther, secondOther);
        return count + 4;
    }

    private static int told(Parsing at, int node, boolean byTag) {
        return byTag ? at.headTag(node) : at.label(node);
    }
}
