package io.rapport.sentiment.words;

/** Faces made of marks: ":-)", ";D", "<3", "xD". */
final class Emoticons {
    private static final String EYES = ":;=8xX";
    private static final String NOSES = "-o'^";
    private static final String MOUTHS = ")(]dDpP/\\|*oO3@$sS[{}><";
    private static final String[] OTHERS = {
        "<3", "</3", "^_^", "^^", "-_-", "-.-", "o_o", "O_O", "o_O", "O_o", ":')", ":'(", ":')", "T_T", ">_<", ">.<",
        "._.", "\\o/"
    };

    private Emoticons() {}

    /** The length of the face that begins there, 0 where there is none. */
    static int at(String text, int at) {
        for (String other : OTHERS) {
            if (text.startsWith(other, at) && free(text, at, at + other.length())) {
                return other.length();
            }
        }
        char eyes = text.charAt(at);
        if (EYES.indexOf(eyes) < 0) {
            return 0;
        }
        int mouth = at + 1;
        if (mouth < text.length() && NOSES.indexOf(text.charAt(mouth)) >= 0) {
            mouth++;
        }
        if (mouth >= text.length() || MOUTHS.indexOf(text.charAt(mouth)) < 0) {
            return 0;
        }
        int end = mouth + 1;
        while (end < text.length() && text.charAt(end) == text.charAt(mouth)) {
            end++;
        }
        return plausible(text, at, mouth, end) ? end - at : 0;
    }

    /** One that is written with letters or digits must stand alone, and "8)" or "x)" may end a list's number or a bracket. */
    private static boolean plausible(String text, int at, int mouth, int end) {
        boolean letters = Character.isLetterOrDigit(text.charAt(at)) || Character.isLetterOrDigit(text.charAt(mouth));
        if (!letters) {
            return true;
        }
        if (Character.isLetterOrDigit(text.charAt(at)) && "Dd(3".indexOf(text.charAt(mouth)) < 0) {
            return false;
        }
        return free(text, at, end);
    }

    private static boolean free(String text, int at, int end) {
        boolean before = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        boolean after = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
        return before && after;
    }

    /** Without the nose, and with one mouth. */
    static String normal(String face) {
        if (face.length() < 2 || EYES.indexOf(face.charAt(0)) < 0) {
            return face;
        }
        char mouth = face.charAt(face.length() - 1);
        String eyes = face.charAt(0) == '=' || face.charAt(0) == '8'
                ? ":"
                : face.substring(0, 1).toLowerCase();
        return eyes + (face.contains("'") ? "'" : "") + Character.toUpperCase(mouth);
    }
}
