package io.rapport.sentiment.aspect;

import io.rapport.sentiment.words.Token;
import io.rapport.sentiment.words.Tokenizer;
import java.util.List;
import java.util.Locale;

/** Words as names of things are compared by. */
final class Tokens {
    static final String HYPHEN = "-";

    private Tokens() {}

    /** The tokens of a name; hyphens are left out. */
    static List<Token> of(String name) {
        return Tokenizer.tokens(name.replace('\n', ' ')).stream()
                .filter(token -> !hyphen(token))
                .toList();
    }

    private static boolean hyphen(Token token) {
        return token.form().equals(HYPHEN);
    }

    /** A word by which singular and plural are the same, and so are capitals; numbers keep their digits. */
    static String word(String text, Token token) {
        return switch (token.type()) {
            case WORD, HASHTAG -> singular(token.form());
            case NUMBER, MENTION, ADDRESS ->
                text.substring(token.begin(), token.end()).toLowerCase(Locale.ROOT);
            default -> token.form();
        };
    }

    /** No singular of a dictionary, but the same for a word and its plural: "pastri" for "pastry" and "pastries". */
    static String singular(String form) {
        String bare = form.endsWith("'s") ? form.substring(0, form.length() - 2) : form;
        if (bare.length() < 4) {
            return bare;
        }
        boolean plural = bare.endsWith("s") && !bare.endsWith("ss");
        return withoutEnd(plural ? bare.substring(0, bare.length() - 1) : bare);
    }

    private static String withoutEnd(String word) {
        if (word.endsWith("ie")) {
            return word.substring(0, word.length() - 1);
        }
        if (word.endsWith("y") && "aeou".indexOf(word.charAt(word.length() - 2)) < 0) {
            return word.substring(0, word.length() - 1) + "i";
        }
        return hissing(word) ? word.substring(0, word.length() - 1) : word;
    }

    private static boolean hissing(String word) {
        return word.endsWith("se")
                || word.endsWith("xe")
                || word.endsWith("ze")
                || word.endsWith("che")
                || word.endsWith("she");
    }
}
