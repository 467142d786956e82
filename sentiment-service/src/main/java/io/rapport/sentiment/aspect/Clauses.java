package io.rapport.sentiment.aspect;

import io.rapport.sentiment.words.Text;
import io.rapport.sentiment.words.Token;
import java.util.Set;

/** Where a sentence falls into clauses, by marks and by the words that begin a new thought. */
final class Clauses {
    private static final Set<String> TURNS = Set.of(
            "but",
            "although",
            "though",
            "however",
            "while",
            "except",
            "whereas",
            "yet",
            "unless",
            "because",
            "despite",
            "even");
    private static final Set<String> JOINS =
            Set.of("and", "or", "which", "that", "who", "so", "when", "if", "where", "with");

    /** For each token the number of its clause: parted by turns and strong marks, and by commas and joining words as well. */
    private final int[] wide;

    private final int[] narrow;

    Clauses(Text sentence) {
        wide = new int[sentence.size()];
        narrow = new int[sentence.size()];
        int wides = 0;
        int narrows = 0;
        for (int i = 0; i < sentence.size(); i++) {
            Token token = sentence.token(i);
            boolean turn = TURNS.contains(token.form()) || mark(token, ".;:!?-()");
            wides += turn ? 1 : 0;
            narrows += turn || JOINS.contains(token.form()) || mark(token, ",") ? 1 : 0;
            wide[i] = wides;
            narrow[i] = narrows;
        }
    }

    boolean sameWide(int i, int j) {
        return wide[i] == wide[j];
    }

    boolean sameNarrow(int i, int j) {
        return narrow[i] == narrow[j];
    }

    private static boolean mark(Token token, String marks) {
        return token.type() == Token.Type.MARK && marks.indexOf(token.form().charAt(0)) >= 0;
    }
}
