package io.rapport.sentiment.words;

import io.rapport.sentiment.words.Token.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text into words and signs, in one pass and in time that grows with the length alone, whatever the text is. Made for
 * slang: emoticons, emoji, hashtags and addresses stay whole. On ordinary prose it differs from CoreNLP's tokenizer in that
 * contractions stay one word ("don't") and hyphens part words.
 */
public final class Tokenizer {
    /** Nobody writes longer words; what is longer is cut. */
    private static final int LONGEST_WORD = 60;

    private static final int LONGEST_ENTITY = 8;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(String text) {
        this.text = text;
    }

    /** The tokens of a text in order. */
    public static List<Token> tokens(String text) {
        Tokenizer tokenizer = new Tokenizer(text);
        while (tokenizer.at < text.length()) {
            tokenizer.step();
        }
        return tokenizer.tokens;
    }

    private void step() {
        char c = text.charAt(at);
        if (c == '\n') {
            add(Type.MARK, "\n", at + 1);
        } else if (Character.isWhitespace(c) || Character.isISOControl(c) || c == '\u00a0') {
            at++;
        } else if (!emoticon() && !special(c) && !word()) {
            sign();
        }
    }

    private boolean emoticon() {
        int length = Emoticons.at(text, at);
        if (length == 0) {
            return false;
        }
        add(Type.EMOTICON, Emoticons.normal(text.substring(at, at + length)), at + length);
        return true;
    }

    private boolean special(char c) {
        return switch (c) {
            case '#' -> tagged(Type.HASHTAG);
            case '@' -> tagged(Type.MENTION);
            case '&' -> entity();
            case 'h', 'H', 'w', 'W' -> address();
            default -> false;
        };
    }

    private boolean tagged(Type type) {
        int end = at + 1;
        while (end < text.length() && end - at < LONGEST_WORD && partOfTag(text.charAt(end))) {
            end++;
        }
        if (end == at + 1 || type == Type.HASHTAG && Character.isDigit(text.charAt(at + 1))) {
            return false;
        }
        add(type, type == Type.MENTION ? "@" : squeeze(text.substring(at + 1, end)), end);
        return true;
    }

    /** What a page's source left in the text: {@code &amp;} and its like. */
    private boolean entity() {
        int end =
                text.substring(at, Math.min(text.length(), at + LONGEST_ENTITY)).indexOf(';') + at;
        if (end <= at + 1) {
            return false;
        }
        String name = text.substring(at + 1, end);
        if (!name.chars().allMatch(c -> c == '#' || Character.isLetterOrDigit(c))) {
            return false;
        }
        add(Type.MARK, name.equals("amp") ? "&" : "\"", end + 1);
        return true;
    }

    private boolean address() {
        boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        if (!begins || !(starts("http://") || starts("https://") || starts("www."))) {
            return false;
        }
        int end = at;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        add(Type.ADDRESS, "http", end);
        return true;
    }

    private boolean starts(String prefix) {
        return text.regionMatches(true, at, prefix, 0, prefix.length());
    }

    private boolean word() {
        int end = at;
        boolean letters = false;
        while (end < text.length() && end - at < LONGEST_WORD && partOfWord(end)) {
            letters |= Character.isLetter(text.charAt(end));
            end++;
        }
        if (end == at) {
            return false;
        }
        if (letters) {
            addWord(end);
        } else {
            add(Type.NUMBER, "0", end);
        }
        return true;
    }

    private boolean partOfWord(int i) {
        char c = text.charAt(i);
        if (Character.isLetterOrDigit(c) || c == '_' || c == '*' && insideWord(i)) {
            return true;
        }
        boolean joins = apostrophe(c) || (c == '.' || c == ',') && Character.isDigit(before(i));
        return joins && insideWord(i) && (apostrophe(c) || Character.isDigit(text.charAt(i + 1)));
    }

    private boolean insideWord(int i) {
        return i > at && i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
    }

    private char before(int i) {
        return i > at ? text.charAt(i - 1) : ' ';
    }

    private void addWord(int end) {
        String raw = text.substring(at, end);
        String form = squeeze(raw);
        boolean loud = raw.length() > 1 && raw.equals(raw.toUpperCase(Locale.ROOT));
        tokens.add(new Token(Type.WORD, form, at, end, loud, form.length() < raw.length()));
        at = end;
    }

    private void sign() {
        int point = text.codePointAt(at);
        int end = at + Character.charCount(point);
        if (Emoji.is(point)) {
            add(Type.EMOJI, Character.toString(point), end);
        } else if (Emoji.joins(point) || Character.isSurrogate(text.charAt(at)) && end == at + 1) {
            at = end;
        } else {
            run(point, end);
        }
    }

    /** Marks that are repeated ("!!!", "....") count as one token, of one mark or of two. */
    private void run(int point, int first) {
        int end = first;
        while (end < text.length() && text.codePointAt(end) == point) {
            end += Character.charCount(point);
        }
        String mark = Character.toString(point == '…' ? '.' : point == '’' || point == '‘' ? '\'' : point);
        add(Type.MARK, end > first || point == '…' ? mark + mark : mark, end);
    }

    private void add(Type type, String form, int end) {
        tokens.add(new Token(type, form, at, end, false, false));
        at = end;
    }

    private static boolean partOfTag(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static boolean apostrophe(char c) {
        return c == '\'' || c == '’';
    }

    /** Lower case, straight apostrophes, and no character more than twice in a row. */
    static String squeeze(String raw) {
        StringBuilder form = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = apostrophe(raw.charAt(i)) ? '\'' : Character.toLowerCase(raw.charAt(i));
            int length = form.length();
            if (length < 2 || form.charAt(length - 1) != c || form.charAt(length - 2) != c) {
                form.append(c);
            }
        }
        return form.toString();
    }
}
