package io.rapport.sentiment.corenlp;

import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.util.ArrayCoreMap;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a sentence of more than {@value #MOST_TOKENS} tokens into pieces of at most that many. People write no such sentences
 * except by leaving out the stops; a tree over thousands of words takes seconds and overflows the stack.
 */
final class Pieces {
    static final int MOST_TOKENS = 150;

    private Pieces() {}

    static List<CoreMap> of(CoreMap sentence) {
        List<CoreLabel> tokens = sentence.get(TokensAnnotation.class);
        if (tokens.size() <= MOST_TOKENS) {
            return List.of(sentence);
        }
        List<CoreMap> pieces = new ArrayList<>();
        for (int begin = 0; begin < tokens.size(); begin += MOST_TOKENS) {
            pieces.add(piece(tokens.subList(begin, Math.min(begin + MOST_TOKENS, tokens.size()))));
        }
        return pieces;
    }

    private static CoreMap piece(List<CoreLabel> tokens) {
        CoreMap piece = new ArrayCoreMap();
        piece.set(TokensAnnotation.class, new ArrayList<>(tokens));
        return piece;
    }
}
