package io.rapport.sentiment.corenlp.parse;

import java.util.List;

/** A tree of pairs over the words of a sentence. */
public sealed interface Binary {

    /** How many words it is made of. */
    int words();

    /** A word, by its index in the sentence. */
    record Word(int index) implements Binary {
        @Override
        public int words() {
            return 1;
        }
    }

    /** Two neighbouring parts. */
    record Pair(Binary left, Binary right, int words) implements Binary {
        Pair(Binary left, Binary right) {
            this(left, right, left.words() + right.words());
        }
    }

    /** Builds each phrase from its head outwards, first to the left, but punctuation at the end is added last. */
    static Binary of(Phrase phrase, int root, HeadRules heads) {
        if (phrase.isWord()) {
            return new Word(phrase.word());
        }
        List<Phrase> parts = phrase.parts();
        if (phrase.label() == root && parts.size() > 2) {
            throw new IllegalStateException("CoreNLP has no answer for a root of more than two parts.");
        }
        return phrase.label() == root
                ? outwards(parts, 0, parts.size(), 0, root, heads)
                : outwards(parts, 0, parts.size(), heads.head(phrase), root, heads);
    }

    private static Binary outwards(List<Phrase> parts, int begin, int end, int head, int root, HeadRules heads) {
        if (end - begin == 1) {
            return of(parts.get(begin), root, heads);
        }
        if (end - begin == 2) {
            return new Pair(of(parts.get(begin), root, heads), of(parts.get(begin + 1), root, heads));
        }
        Phrase last = parts.get(end - 1);
        boolean left = head > begin && !(end == parts.size() && heads.isPunctuation(last));
        return left
                ? new Pair(of(parts.get(begin), root, heads), outwards(parts, begin + 1, end, head, root, heads))
                : new Pair(outwards(parts, begin, end - 1, head, root, heads), of(last, root, heads));
    }
}
