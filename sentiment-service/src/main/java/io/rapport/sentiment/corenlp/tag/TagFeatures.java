package io.rapport.sentiment.corenlp.tag;

import java.util.Arrays;
import java.util.Locale;

/** What the two tags before a word say for its own, all combinations computed beforehand. */
final class TagFeatures {
    /** The number that stands for no tag, at the begin of a sentence; the real ones are one more than their number. */
    static final int NO_TAG = 0;

    private static final String NONE = "0";

    private final int tags;
    private final double[] byTwoTags;
    private final double[] factors;
    private final Lambdas lambdas;
    private final Lexicon lexicon;
    private final String[] names;

    TagFeatures(String[] names, Lambdas lambdas, Lexicon lexicon) {
        this.tags = names.length;
        this.names = names;
        this.lambdas = lambdas;
        this.lexicon = lexicon;
        this.byTwoTags = new double[(tags + 1) * (tags + 1) * tags];
        for (int second = 0; second <= tags; second++) {
            for (int first = 0; first <= tags; first++) {
                double[] scores = new double[tags];
                lambdas.add(Kind.TWO_TAGS, name(second) + '!' + name(first), scores);
                lambdas.add(Kind.TAG_BEFORE, name(first), scores);
                System.arraycopy(scores, 0, byTwoTags, at(second, first), tags);
            }
        }
        this.factors = Arrays.stream(byTwoTags).map(Math::exp).toArray();
    }

    /** What a position's own features say for each tag, and their exponentials. */
    Evidence evidence(Position position) {
        double[] sums = new double[tags];
        if (position.rare() != null) {
            for (double[] scores : position.rare()) {
                addTo(sums, scores);
            }
        }
        addTo(sums, position.scores());
        return Evidence.of(sums);
    }

    /** The score of a tag after two others, before normalisation. */
    double score(Position position, int second, int first, int tag) {
        double sum = byTwoTags[at(second, first) + tag];
        if (position.rare() != null) {
            for (double[] scores : position.rare()) {
                sum += scores[tag];
            }
        }
        return sum + position.scores()[tag];
    }

    /**
     * The log of the sum over all tags of the exponentials of their scores after two others. The library takes fifty exponentials
     * for it; here it is a sum of products, which is the same up to the last digits.
     */
    double logTotal(Evidence evidence, int second, int first) {
        int at = at(second, first);
        double even = 0;
        double odd = 0;
        for (int tag = 0; tag + 1 < tags; tag += 2) {
            even += factors[at + tag] * evidence.factors()[tag];
            odd += factors[at + tag + 1] * evidence.factors()[tag + 1];
        }
        if (tags % 2 == 1) {
            even += factors[at + tags - 1] * evidence.factors()[tags - 1];
        }
        return evidence.shift() + Math.log(even + odd);
    }

    /** The features of capitals at the begin and within a sentence, each by itself. */
    double[][] rare(String word, boolean first) {
        String capital = NONE;
        if (Characters.startsUpper(word)) {
            int tag = lexicon.firstTag(word.toLowerCase(Locale.ENGLISH));
            capital = tag < 0 ? NONE : names[tag];
        }
        double[][] scores = new double[3][tags];
        lambdas.add(Kind.FIRST_CAPITAL, first ? capital : NONE, scores[0]);
        lambdas.add(Kind.LATER_CAPITAL, first ? NONE : capital, scores[1]);
        // Named after words within a sentence, but the model has it for the first one.
        lambdas.add(Kind.LATER_UPPER, first && Characters.anyUpper(word) ? "1" : NONE, scores[2]);
        return scores;
    }

    private int at(int second, int first) {
        return (second * (tags + 1) + first) * tags;
    }

    private String name(int tag) {
        return tag == NO_TAG ? WordFeatures.OUTSIDE : names[tag - 1];
    }

    private static void addTo(double[] sums, double[] addends) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += addends[i];
        }
    }
}
