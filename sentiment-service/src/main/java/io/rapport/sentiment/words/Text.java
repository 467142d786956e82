package io.rapport.sentiment.words;

import java.util.ArrayList;
import java.util.List;

/** A text, or a sentence of one, as tokens of which some are negated. */
public final class Text {
    private final List<Token> tokens;
    private final boolean[] negated;
    private final int words;
    private List<Text> sentences;

    private Text(List<Token> tokens) {
        this.tokens = tokens;
        this.negated = Negation.of(tokens);
        this.words = (int) tokens.stream().filter(Token::wordy).count();
    }

    /** Takes a text apart. */
    public static Text of(String text) {
        List<Token> tokens = Idioms.joined(Tokenizer.tokens(text));
        Text whole = new Text(
                tokens.stream().filter(token -> !token.form().equals("\n")).toList());
        List<Text> sentences = new ArrayList<>();
        Sentences.of(tokens).forEach(sentence -> sentences.add(new Text(sentence)));
        sentences.forEach(sentence -> sentence.sentences = List.of(sentence));
        whole.sentences = sentences;
        return whole;
    }

    /** Its sentences; a sentence is its only one. */
    public List<Text> sentences() {
        return sentences;
    }

    public int size() {
        return tokens.size();
    }

    /** How many tokens are words. */
    public int words() {
        return words;
    }

    /** Whether it holds emoji or emoticons and no word or number. */
    public boolean signsAlone() {
        return tokens.stream().anyMatch(Token::sign)
                && tokens.stream()
                        .allMatch(token -> token.sign()
                                || token.type() == Token.Type.MARK
                                || token.type() == Token.Type.MENTION
                                || token.type() == Token.Type.ADDRESS);
    }

    public Token token(int i) {
        return tokens.get(i);
    }

    public boolean negated(int i) {
        return negated[i];
    }

    /** Where it begins in the text it is from. */
    public int begin() {
        return tokens.getFirst().begin();
    }

    /** Where it ends, exclusive. */
    public int end() {
        return tokens.getLast().end();
    }
}
