package io.rapport.sentiment.words;

/**
 * A word or sign of a text.
 *
 * @param type what sort of token it is
 * @param form how it counts: lower case, straight quotes, no letter more than twice in a row; one name for all addresses
 * @param begin where it begins in the text, in UTF-16 code units
 * @param end where it ends, exclusive
 * @param loud a word of several letters, all capitals
 * @param stretched whether letters were left out of the form ("sooooo")
 */
public record Token(Type type, String form, int begin, int end, boolean loud, boolean stretched) {

    /** Sorts of tokens. */
    public enum Type {
        WORD,
        /** A phrase, see {@link Idioms}; its form is no word. */
        IDIOM,
        NUMBER,
        HASHTAG,
        MENTION,
        ADDRESS,
        EMOTICON,
        EMOJI,
        MARK
    }

    /** Whether it is made of letters, with or without the sign of a hashtag. */
    public boolean wordy() {
        return type == Type.WORD || type == Type.HASHTAG;
    }

    /** Whether it is a face or a picture. */
    public boolean sign() {
        return type == Type.EMOTICON || type == Type.EMOJI;
    }

    /** Whether it ends a clause, and with it the reach of a negation. */
    boolean stops() {
        return type == Type.MARK && ".,;:!?()-…\n".indexOf(form.charAt(0)) >= 0;
    }
}
