package io.rapport.sentiment.corenlp.parse;

import java.util.List;

/** Where the commas, semicolons, colons and dashes of a sentence are. */
final class Separators {
    /** What a separator is told apart by: its first character. */
    static final List<String> KINDS = List.of(",", ";", ":", "-", "，", "；", "：");

    private static final int NONE = -1;

    private final int[] kindAtOrAfter;
    private final int[] nextAtOrAfter;
    private final int[] before;

    Separators(List<String> words) {
        int size = words.size();
        this.kindAtOrAfter = new int[size + 1];
        this.nextAtOrAfter = new int[size + 1];
        this.before = new int[size + 2];
        kindAtOrAfter[size] = NONE;
        nextAtOrAfter[size] = Integer.MAX_VALUE;
        for (int i = size - 1; i >= 0; i--) {
            int kind = kind(words.get(i));
            kindAtOrAfter[i] = kind == NONE ? kindAtOrAfter[i + 1] : kind;
            nextAtOrAfter[i] = kind == NONE ? nextAtOrAfter[i + 1] : i;
        }
        for (int i = 0; i < size; i++) {
            before[i + 1] = before[i] + (nextAtOrAfter[i] == i ? 1 : 0);
        }
    }

    /** The kind of the first separator from one word to another, both included, or −1. */
    int firstBetween(int left, int right) {
        return nextAtOrAfter[left] <= right ? kindAtOrAfter[left] : NONE;
    }

    /** How many there are between two words, both excluded. */
    int countBetween(int left, int right) {
        return right <= left ? 0 : before[right] - before[left + 1];
    }

    private static int kind(String word) {
        int kind = NONE;
        for (int i = 0; i < word.length(); i++) {
            int here = KINDS.indexOf(String.valueOf(word.charAt(i)));
            if (here < 0) {
                return NONE;
            }
            kind = i == 0 ? here : kind;
        }
        return kind;
    }
}
