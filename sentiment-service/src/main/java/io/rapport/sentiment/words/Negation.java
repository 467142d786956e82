package io.rapport.sentiment.words;

import java.util.List;
import java.util.Set;

/** Which tokens stand under a negation: up to {@value #REACH} after a negating word, to the end of the clause at most. */
public final class Negation {
    private static final int REACH = 5;
    private static final Set<String> NEGATORS = Set.of(
            "not",
            "no",
            "never",
            "none",
            "nobody",
            "nothing",
            "nowhere",
            "neither",
            "nor",
            "without",
            "cannot",
            "dont",
            "cant",
            "wont",
            "isnt",
            "wasnt",
            "arent",
            "werent",
            "didnt",
            "doesnt",
            "hasnt",
            "havent",
            "hadnt",
            "couldnt",
            "wouldnt",
            "shouldnt",
            "aint",
            "hardly",
            "barely",
            "scarcely",
            "lack",
            "lacks",
            "lacked",
            "lacking",
            "nt");
    /** After these a new clause begins. */
    private static final Set<String> TURNS = Set.of("but", "however", "although", "though", "because", "except", "yet");

    private Negation() {}

    /** For each token whether it is negated; a negator itself is not. */
    public static boolean[] of(List<Token> tokens) {
        boolean[] negated = new boolean[tokens.size()];
        int left = 0;
        for (int i = 0; i < negated.length; i++) {
            Token token = tokens.get(i);
            if (negates(token)) {
                left = only(tokens, i) ? 0 : REACH;
            } else if (token.stops() || TURNS.contains(token.form())) {
                left = 0;
            } else {
                negated[i] = left > 0;
                left--;
            }
        }
        return negated;
    }

    /** Whether the token turns what follows into its opposite. */
    public static boolean negates(Token token) {
        return token.type() == Token.Type.WORD && (token.form().endsWith("n't") || NEGATORS.contains(token.form()));
    }

    /** "Not only", "no doubt" and "no problem" negate nothing of what comes after. */
    private static boolean only(List<Token> tokens, int i) {
        if (i + 1 >= tokens.size()) {
            return false;
        }
        String next = tokens.get(i + 1).form();
        String self = tokens.get(i).form();
        return self.equals("not") && next.equals("only")
                || self.equals("no") && (next.equals("doubt") || next.equals("wonder"));
    }
}
