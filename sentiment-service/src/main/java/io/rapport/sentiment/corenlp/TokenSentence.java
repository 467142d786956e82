package io.rapport.sentiment.corenlp;

import java.util.List;

/** The tokens of one sentence, at least one. */
public record TokenSentence(List<Token> tokens) {

    /** Where it begins in the text, in UTF-16 code units. */
    public int begin() {
        return tokens.getFirst().begin();
    }

    /** Where it ends, exclusive. */
    public int end() {
        return tokens.getLast().end();
    }

    /** Its words alone. */
    public List<String> words() {
        return tokens.stream().map(Token::word).toList();
    }
}
