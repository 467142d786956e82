package io.rapport.sentiment.corenlp.tag;

/** The numbers of the kinds of features in the model english-left3words-distsim: five for all words, then those for rare ones. */
final class Kind {
    static final int WORD_BEFORE = 0;
    static final int WORD = 1;
    static final int WORD_AFTER = 2;
    static final int TWO_TAGS = 3;
    static final int TAG_BEFORE = 4;
    static final int SHAPE_BEFORE = 5;
    static final int SHAPE = 6;
    static final int SHAPE_AFTER = 7;
    static final int CLUSTER_BEFORE = 8;
    static final int CLUSTER = 9;
    static final int CLUSTER_AFTER = 10;
    static final int CLUSTERS = 11;
    static final int UPPER = 12;
    static final int NUMBER = 13;
    static final int DASH = 14;
    static final int LETTER_DIGIT_DASH = 15;
    static final int COMPANY = 16;
    static final int ALL_UPPER = 17;
    static final int UPPER_DIGIT_DASH = 18;
    static final int FIRST_CAPITAL = 19;
    static final int LATER_CAPITAL = 20;
    static final int LATER_UPPER = 21;
    /** Of length 1 the next one, and so on. */
    static final int PREFIX = 21;

    static final int SUFFIX = 31;
    static final int UNICODE_SHAPE = 42;
    static final int NO_ALPHANUMERIC = 43;

    private Kind() {}
}
