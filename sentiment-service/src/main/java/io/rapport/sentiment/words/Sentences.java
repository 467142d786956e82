package io.rapport.sentiment.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parts tokens into sentences: after stops, exclamation and question marks, at line ends. */
public final class Sentences {
    private static final Set<String> SHORT = Set.of(
            "mr", "mrs", "ms", "dr", "st", "vs", "etc", "eg", "ie", "e", "g", "i", "jr", "sr", "inc", "no", "approx",
            "min", "max");

    private Sentences() {}

    /** The sentences, each with at least one token that is no line end. */
    public static List<List<Token>> of(List<Token> tokens) {
        List<List<Token>> sentences = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (ends(tokens, i)) {
                int end = withClosing(tokens, i + 1);
                add(sentences, tokens.subList(begin, end));
                begin = end;
                i = end - 1;
            }
        }
        add(sentences, tokens.subList(begin, tokens.size()));
        return sentences;
    }

    private static void add(List<List<Token>> sentences, List<Token> tokens) {
        List<Token> sentence =
                tokens.stream().filter(token -> !token.form().equals("\n")).toList();
        boolean said = sentence.stream().anyMatch(token -> token.type() != Token.Type.MARK);
        if (said) {
            sentences.add(sentence);
        } else if (!sentence.isEmpty() && !sentences.isEmpty()) {
            List<Token> longer = new ArrayList<>(sentences.removeLast());
            longer.addAll(sentence);
            sentences.add(List.copyOf(longer));
        }
    }

    private static boolean ends(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        if (token.type() != Token.Type.MARK) {
            return false;
        }
        char mark = token.form().charAt(0);
        return mark == '\n' || mark == '!' || mark == '?' || mark == '.' && fullStop(tokens, i);
    }

    private static boolean fullStop(List<Token> tokens, int i) {
        if (i == 0 || i + 1 == tokens.size()) {
            return true;
        }
        Token before = tokens.get(i - 1);
        boolean touches = tokens.get(i + 1).begin() == tokens.get(i).end()
                && tokens.get(i + 1).wordy();
        boolean initial = before.form().length() == 1 && before.wordy();
        return !SHORT.contains(before.form()) && !(touches && initial);
    }

    private static int withClosing(List<Token> tokens, int i) {
        int end = i;
        while (end < tokens.size() && closes(tokens.get(end))) {
            end++;
        }
        return end;
    }

    private static boolean closes(Token token) {
        return switch (token.type()) {
            case EMOTICON, EMOJI -> true;
            case MARK -> ".!?)]\"'”".indexOf(token.form().charAt(0)) >= 0;
            default -> false;
        };
    }
}
