package io.rapport.sentiment.corenlp.parse;

import io.rapport.sentiment.corenlp.table.TextHash;

/** The beginnings of the features that tell of one node: category, head word and tag, alone and in pairs. */
final class NodeFeatures {
    private final long category;
    private final long wordTag;
    private final long tag;
    private final long wordCategory;
    private final long tagCategory;
    private final long none;

    /** @param place where the node is, as CoreNLP names it: "S0" is the top of the stack, "S0L" its left child */
    NodeFeatures(String place) {
        this.category = TextHash.of(place + "C-");
        this.wordTag = TextHash.of(place + "WT-");
        this.tag = TextHash.of(place + "T-");
        this.wordCategory = TextHash.of(place + "WC-");
        this.tagCategory = TextHash.of(place + "TC-");
        this.none = TextHash.of(place + "C-*NULL*");
    }

    int add(Parsing at, int node, long[] features, int count) {
        if (node == Parsing.NONE) {
            features[count] = none;
            return count + 1;
        }
        Vocabulary texts = at.vocabulary();
        int label = at.label(node);
        int headWord = at.headWord(node);
        int headTag = at.headTag(node);
        features[count] = texts.join(category, label);
        features[count + 1] = texts.join(wordTag, headWord, headTag);
        features[count + 2] = texts.join(tag, headTag);
        features[count + 3] = texts.join(wordCategory, headWord, label);
        features[count + 4] = texts.join(tagCategory, headTag, label);
        return count + 5;
    }

    /** Of these features those that tell of the node's head word. */
    int addWords(Parsing at, int node, long[] features, int count) {
        Vocabulary texts = at.vocabulary();
        int headWord = at.headWord(node);
        features[count] = texts.join(wordTag, headWord, at.headTag(node));
        features[count + 1] = texts.join(wordCategory, headWord, at.label(node));
        return count + 2;
    }

    /** What the others say together. */
    short[] labelAndTag(Vocabulary texts, int label, int headTag, WholeWeights weights) {
        return weights.together(
                texts.join(category, label), texts.join(tag, headTag), texts.join(tagCategory, headTag, label));
    }

    /** The feature of a place where no node is. */
    long none() {
        return none;
    }
}
