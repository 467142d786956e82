package io.rapport.sentiment.reading;

/** The part of a text that is read: its beginning, so that offsets into it are offsets into the whole. */
record Excerpt(String text, boolean truncated) {
    /** How far back a space is looked for, so that no word is read in half. */
    private static final int LONGEST_WORD = 100;

    static Excerpt of(String text, int most) {
        if (text.length() <= most) {
            return new Excerpt(text, false);
        }
        return new Excerpt(text.substring(0, cut(text, most)), true);
    }

    private static int cut(String text, int most) {
        for (int i = most; i > Math.max(0, most - LONGEST_WORD); i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        boolean insidePair =
                Character.isHighSurrogate(text.charAt(most - 1)) && Character.isLowSurrogate(text.charAt(most));
        return insidePair ? most - 1 : most;
    }
}
