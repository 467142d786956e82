package io.rapport.sentiment.words;

import io.rapport.sentiment.linear.Bag;
import io.rapport.sentiment.linear.Sparse;
import java.util.List;

/**
 * What the linear models see of a text: words and pairs of words with their negation, four letters in a row (slang and
 * misspellings), the words of the first and the last sentence, what two lexicons say, and how loud it is.
 */
public final class TextFeatures {
    private static final long WORD = Bag.seed("word");
    private static final long PAIR = Bag.seed("pair");
    private static final long LETTERS = Bag.seed("letters");
    private static final long FIRST = Bag.seed("first");
    private static final long LAST = Bag.seed("last");
    private static final long SIGN = Bag.seed("sign");
    private static final long IDIOM = Bag.seed("idiom");
    private static final long EDGE = Bag.seed("edge");
    private static final int LETTERS_IN_A_ROW = 4;
    private static final float LETTERS_LENGTH = 0.7f;
    private static final float SENTENCE_LENGTH = 0.5f;
    private static final float WORDS_LENGTH = 2;

    private final List<LexiconFeatures> lexicons;

    public TextFeatures(Lexicon lexicon) {
        this.lexicons = LexiconFeatures.both(lexicon);
    }

    /** Everything, with the single words for weights that were made from word vectors. */
    public Sparse of(Text text) {
        Bag bag = named(text);
        for (int i = 0; i < text.size(); i++) {
            if (text.token(i).wordy()) {
                bag.addWord(text.token(i).form(), share(text, i));
            }
        }
        return bag.vector();
    }

    /** Everything but the single words; what training starts from. */
    public Bag named(Text text) {
        Bag bag = new Bag();
        words(bag, text);
        letters(bag, text);
        edges(bag, text.sentences());
        lexicons.forEach(lexicon -> lexicon.addTo(bag, text));
        signs(bag, text);
        return bag;
    }

    /** The share of the i-th word in the mean of the text's word vectors. */
    public static float share(Text text, int i) {
        float share = WORDS_LENGTH / text.size();
        return text.negated(i) ? -share : share;
    }

    private static void words(Bag bag, Text text) {
        long before = EDGE;
        for (int i = 0; i < text.size(); i++) {
            bag.add(word(WORD, text, i), 1);
            if (text.token(i).type() == Token.Type.IDIOM) {
                bag.add(Bag.mix(text.negated(i) ? ~IDIOM : IDIOM, Idioms.sound(text.token(i))), 1);
            }
        }
        bag.scale(1);
        for (int i = 0; i <= text.size(); i++) {
            long now = i < text.size() ? word(PAIR, text, i) : EDGE;
            bag.add(before * 31 + now, 1);
            before = now;
        }
        bag.scale(1);
    }

    private static long word(long seed, Text text, int i) {
        Token token = text.token(i);
        boolean spoken = token.wordy() || token.type() == Token.Type.IDIOM;
        return Bag.mix(text.negated(i) && spoken ? ~seed : seed, token.form());
    }

    private static void letters(Bag bag, Text text) {
        for (int i = 0; i < text.size(); i++) {
            if (text.token(i).wordy()) {
                String word = "<" + text.token(i).form() + ">";
                for (int at = 0; at + LETTERS_IN_A_ROW <= word.length(); at++) {
                    bag.add(Bag.mix(LETTERS, word.subSequence(at, at + LETTERS_IN_A_ROW)), 1);
                }
            }
        }
        bag.scale(LETTERS_LENGTH);
    }

    private static void edges(Bag bag, List<Text> sentences) {
        if (!sentences.isEmpty()) {
            sentence(bag, FIRST, sentences.getFirst());
            sentence(bag, LAST, sentences.getLast());
        }
    }

    private static void sentence(Bag bag, long seed, Text sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            bag.add(word(seed, sentence, i), 1);
        }
        bag.scale(SENTENCE_LENGTH);
    }

    private static void signs(Bag bag, Text text) {
        int loud = 0;
        int stretched = 0;
        int calls = 0;
        int questions = 0;
        for (int i = 0; i < text.size(); i++) {
            Token token = text.token(i);
            loud += token.loud() && token.form().length() > 2 ? 1 : 0;
            stretched += token.stretched() ? 1 : 0;
            calls += token.form().startsWith("!") ? 1 : 0;
            questions += token.form().startsWith("?") ? 1 : 0;
        }
        sign(bag, "always", 1);
        sign(bag, "loud", Math.min(1, loud));
        sign(bag, "stretched", Math.min(1, stretched));
        sign(bag, "calls", Math.min(3, calls) / 3f);
        sign(bag, "questions", Math.min(3, questions) / 3f);
        sign(bag, "length", (float) Math.log1p(text.words()) / 5);
        bag.keep();
    }

    private static void sign(Bag bag, String name, float value) {
        if (value != 0) {
            bag.add(Bag.mix(SIGN, name), value);
        }
    }
}
