package io.rapport.sentiment.corenlp;

import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.util.ArrayCoreMap;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a sentence of more than {@value #LONGEST_SENTENCE} tokens into pieces of {@value #PIECE}. People write no such sentences
 * except by leaving out the stops; a tree over thousands of words takes seconds and overflows the stack, and the time limit
 * of a document can be kept between pieces only.
 */
final class Pieces {
    static final int LONGEST_SENTENCE = 150;
    static final int PIECE = 50;

    private Pieces() {}

    static List<CoreMap> of(CoreMap sentence) {
        List<CoreLabel> tokens = sentence.get(TokensAnnotation.class);
        if (tokens.size() <= LONGEST_SENTENCE) {
            return List.of(sentence);
        }
        List<CoreMap> pieces = new ArrayList<>();
        for (int begin = 0; begin < tokens.size(); begin += PIECE) {
            pieces.add(piece(tokens.subList(begin, Math.min(begin + PIECE, tokens.size()))));
        }
        return pieces;
    }

    private static CoreMap piece(List<CoreLabel> tokens) {
        CoreMap piece = new ArrayCoreMap();
        piece.set(TokensAnnotation.class, new ArrayList<>(tokens));
        return piece;
    }
}
