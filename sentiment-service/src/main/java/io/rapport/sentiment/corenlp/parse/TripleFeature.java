package io.rapport.sentiment.corenlp.parse;

import io.rapport.sentiment.corenlp.table.TextHash;

/** A feature of three nodes, each told by its head word, its head's tag or its category. */
final class TripleFeature {
    private final long name;
    private final char[] told;

    /** @param told of each node: w, t or c */
    TripleFeature(String name, String told) {
        this.name = TextHash.of(name);
        this.told = told.toCharArray();
    }

    long of(Parsing at, int first, int second, int third) {
        return at.vocabulary().join(name, value(at, first, 0), value(at, second, 1), value(at, third, 2));
    }

    private int value(Parsing at, int node, int place) {
        if (node == Parsing.NONE) {
            return Labels.NULL;
        }
        return switch (told[place]) {
            case 'w' -> at.headWord(node);
            case 't' -> at.headTag(node);
            default -> at.label(node);
        };
    }
}
