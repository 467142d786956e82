package io.rapport.sentiment.corenlp.tag;

import java.util.function.IntPredicate;

/** What UTF-16 code units a word is made of. */
final class Characters {
    private Characters() {}

    static boolean startsUpper(String word) {
        return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
    }

    static boolean anyUpper(String word) {
        return any(word, Character::isUpperCase);
    }

    static boolean anyDigit(String word) {
        return any(word, Character::isDigit);
    }

    static boolean anyLetter(String word) {
        return any(word, Character::isLetter);
    }

    static boolean anyLetterOrDigit(String word) {
        return anyLetter(word) || anyDigit(word);
    }

    static boolean anyDash(String word) {
        return word.indexOf('-') >= 0;
    }

    static boolean allUpper(String word) {
        return !any(word, unit -> !Character.isUpperCase(unit));
    }

    private static boolean any(String word, IntPredicate wanted) {
        for (int i = 0; i < word.length(); i++) {
            if (wanted.test(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
