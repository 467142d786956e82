package io.rapport.sentiment.corenlp;

/**
 * A word, number or mark of a text.
 *
 * @param begin where it begins in the text, in UTF-16 code units
 * @param end where it ends, exclusive
 */
public record Token(String word, int begin, int end) {

    /** A text must not end in a log by way of an exception or a debugger. */
    @Override
    public String toString() {
        return "Token[" + begin + ", " + end + "]";
    }
}
