package io.rapport.frame.json;

/** The rules of any text that comes from outside: what UTF-8 and PostgreSQL can store, and no longer than allowed. */
public final class Text {
    private Text() {}

    /** The rule that the text breaks, or null. */
    public static String brokenRule(String text, int most) {
        if (text.length() > most) {
            return "must have at most " + most + " characters; it has " + text.length();
        }
        if (text.indexOf('\0') >= 0) {
            return "must not contain NUL characters";
        }
        return hasLoneSurrogate(text) ? "must not contain half of a surrogate pair" : null;
    }

    /** A text from outside as it may stand in an error: short, without control characters. */
    public static String shown(String text) {
        String cut = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return cut.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pair) {
                return true;
            }
            i++;
        }
        return false;
    }
}
