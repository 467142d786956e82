package io.rapport.sentiment.corenlp;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a text that is split into words by itself. The tokenizer's time grows with the square of the length, and on
 * hostile input with more, and it can't be interrupted; so it gets at most {@value #LONGEST} characters at a time.
 */
record TextWindow(int begin, int end) {
    static final int LONGEST = 2_000;
    private static final int SHORTEST = LONGEST / 2;

    /** The windows of a text, in order and without gaps, cut after a sentence where there is one, else at a space. */
    static List<TextWindow> of(String text) {
        List<TextWindow> windows = new ArrayList<>();
        int begin = 0;
        while (text.length() - begin > LONGEST) {
            int end = cut(text, begin);
            windows.add(new TextWindow(begin, end));
            begin = end;
        }
        windows.add(new TextWindow(begin, text.length()));
        return windows;
    }

    String in(String text) {
        return text.substring(begin, end);
    }

    private static int cut(String text, int begin) {
        int space = -1;
        for (int i = begin + LONGEST; i > begin + SHORTEST; i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                if (endsSentence(text.charAt(i - 1))) {
                    return i;
                }
                space = Math.max(space, i);
            }
        }
        return space > 0 ? space : hardCut(text, begin + LONGEST);
    }

    private static boolean endsSentence(char c) {
        return c == '.' || c == '!' || c == '?';
    }

    private static int hardCut(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1))
                ? at - 1
                : at;
    }
}
