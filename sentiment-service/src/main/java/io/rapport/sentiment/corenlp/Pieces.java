package io.rapport.sentiment.corenlp;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a sentence of more than {@value #LONGEST_SENTENCE} tokens into pieces of {@value #PIECE}. People write no such sentences
 * except by leaving out the stops; a tree over thousands of words overflows the stack, and the time limit of a document can be
 * kept between pieces only.
 */
final class Pieces {
    static final int LONGEST_SENTENCE = 150;
    static final int PIECE = 50;

    private Pieces() {}

    static List<TokenSentence> of(List<Token> tokens) {
        if (tokens.size() <= LONGEST_SENTENCE) {
            return List.of(new TokenSentence(tokens));
        }
        List<TokenSentence> pieces = new ArrayList<>();
        for (int begin = 0; begin < tokens.size(); begin += PIECE) {
            pieces.add(new TokenSentence(tokens.subList(begin, Math.min(begin + PIECE, tokens.size()))));
        }
        return pieces;
    }
}
