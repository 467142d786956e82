package io.rapport.sentiment.language;

import java.lang.Character.UnicodeScript;

/** How many letters of a text are Latin, and how many belong to another script. */
record Letters(long latin, long foreign) {

    static Letters of(String text) {
        long latin = 0;
        long foreign = 0;
        for (int point : text.codePoints().filter(Character::isLetter).toArray()) {
            switch (UnicodeScript.of(point)) {
                case LATIN -> latin++;
                case COMMON, INHERITED, UNKNOWN -> {}
                default -> foreign++;
            }
        }
        return new Letters(latin, foreign);
    }
}
