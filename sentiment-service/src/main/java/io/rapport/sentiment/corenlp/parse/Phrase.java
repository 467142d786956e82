package io.rapport.sentiment.corenlp.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * A tagged word, or a phrase of any number of parts.
 *
 * @param word the index of the word; −1 for a phrase
 * @param parts none for a word
 */
record Phrase(int label, int word, List<Phrase> parts) {
    private static final int NO_WORD = -1;

    static Phrase word(int tag, int index) {
        return new Phrase(tag, index, List.of());
    }

    static Phrase of(int label, List<Phrase> parts) {
        return new Phrase(label, NO_WORD, parts);
    }

    /** A phrase without structure. */
    static Phrase flat(int label, int... tags) {
        List<Phrase> words = new ArrayList<>(tags.length);
        for (int i = 0; i < tags.length; i++) {
            words.add(word(tags[i], i));
        }
        return of(label, words);
    }

    /** The tree of a parsed sentence, where the parts of phrases half built belong to the whole one. */
    static Phrase of(Parsing parsed, int node, Labels labels) {
        if (parsed.isTag(node)) {
            return word(parsed.label(node), parsed.head(node));
        }
        List<Phrase> parts = new ArrayList<>();
        addPart(parsed, parsed.left(node), labels, parts);
        if (parsed.right(node) != Parsing.NONE) {
            addPart(parsed, parsed.right(node), labels, parts);
        }
        return of(parsed.label(node), parts);
    }

    boolean isWord() {
        return word != NO_WORD;
    }

    Phrase last() {
        return parts.getLast();
    }

    /** A word and its tag count as two levels, as in CoreNLP. */
    int height() {
        if (isWord()) {
            return 2;
        }
        int most = 0;
        for (Phrase part : parts) {
            most = Math.max(most, part.height());
        }
        return most + 1;
    }

    private static void addPart(Parsing parsed, int node, Labels labels, List<Phrase> parts) {
        Phrase part = of(parsed, node, labels);
        if (labels.temporary(part.label)) {
            parts.addAll(part.parts);
        } else {
            parts.add(part);
        }
    }
}
