package io.rapport.sentiment.corenlp.tag;

import edu.stanford.nlp.process.WordShapeClassifier;
import io.rapport.sentiment.corenlp.table.TextHash;
import java.util.List;
import java.util.Set;

/**
 * The features by which a word tells its tag, whatever the tags before it: those of the well-known words are the word and its
 * neighbours; rare ones are told by their shape, class, beginning and end, too. Kinds and order are those of the model
 * english-left3words-distsim, as sums depend on their order.
 */
final class WordFeatures {
    static final String OUTSIDE = "NA";
    private static final String TOO_SHORT = "######";
    private static final String YES = "1";
    private static final String NO = "0";
    private static final int LONGEST_AFFIX = 10;
    private static final int COMPANY_WINDOW = 3;
    private static final Set<String> COMPANY = Set.of(
            "Company",
            "COMPANY",
            "Co.",
            "Co",
            "Cos.",
            "CO.",
            "COS.",
            "Corporation",
            "CORPORATION",
            "Corp.",
            "Corp",
            "CORP.",
            "Incorporated",
            "INCORPORATED",
            "Inc.",
            "Inc",
            "INC.",
            "Association",
            "ASSOCIATION",
            "Assn",
            "ASSN",
            "Limited",
            "LIMITED",
            "Ltd.",
            "LTD.",
            "L.P.");

    private final Lambdas lambdas;
    private final Clusters clusters;

    WordFeatures(Lambdas lambdas, Clusters clusters) {
        this.lambdas = lambdas;
        this.clusters = clusters;
    }

    /** The scores of all tags for one word of a sentence, before the tags of its neighbours. */
    double[] scores(List<String> words, int at, boolean rare, int tags) {
        double[] ofWord = new double[tags];
        addWord(words.get(at), rare, ofWord);
        double[] scores = new double[tags];
        addNeighbours(words, at, rare, scores);
        for (int i = 0; i < tags; i++) {
            scores[i] += ofWord[i];
        }
        return scores;
    }

    private void addWord(String word, boolean rare, double[] scores) {
        lambdas.add(Kind.WORD, word, scores);
        if (!rare) {
            return;
        }
        lambdas.add(Kind.SHAPE, shape(word), scores);
        lambdas.add(Kind.CLUSTER, clusters.of(word), scores);
        lambdas.add(Kind.UPPER, truth(Characters.anyUpper(word)), scores);
        lambdas.add(Kind.NUMBER, truth(Characters.anyDigit(word)), scores);
        lambdas.add(Kind.DASH, truth(Characters.anyDash(word)), scores);
        boolean dashAndDigit = Characters.anyDash(word) && Characters.anyDigit(word);
        lambdas.add(Kind.LETTER_DIGIT_DASH, truth(dashAndDigit && Characters.anyLetter(word)), scores);
        lambdas.add(Kind.ALL_UPPER, truth(Characters.allUpper(word)), scores);
        lambdas.add(Kind.UPPER_DIGIT_DASH, truth(dashAndDigit && Characters.anyUpper(word)), scores);
        addAffixes(word, scores);
        lambdas.add(
                Kind.UNICODE_SHAPE, WordShapeClassifier.wordShape(word, WordShapeClassifier.WORDSHAPECHRIS4), scores);
        lambdas.add(Kind.NO_ALPHANUMERIC, truth(!Characters.anyLetterOrDigit(word)), scores);
    }

    private void addAffixes(String word, double[] scores) {
        long tooShort = TextHash.of(TOO_SHORT);
        for (int length = 1; length <= LONGEST_AFFIX; length++) {
            lambdas.add(Kind.PREFIX + length, word.length() < length ? tooShort : TextHash.of(word, 0, length), scores);
        }
        for (int length = 1; length <= LONGEST_AFFIX; length++) {
            lambdas.add(
                    Kind.SUFFIX + length,
                    word.length() < length ? tooShort : TextHash.of(word, word.length() - length, word.length()),
                    scores);
        }
    }

    private void addNeighbours(List<String> words, int at, boolean rare, double[] scores) {
        String before = word(words, at - 1);
        String after = word(words, at + 1);
        lambdas.add(Kind.WORD_BEFORE, before, scores);
        lambdas.add(Kind.WORD_AFTER, after, scores);
        if (!rare) {
            return;
        }
        lambdas.add(Kind.SHAPE_BEFORE, shape(before), scores);
        lambdas.add(Kind.SHAPE_AFTER, shape(after), scores);
        String clusterBefore = clusters.of(before);
        String clusterAfter = clusters.of(after);
        lambdas.add(Kind.CLUSTER_BEFORE, clusterBefore, scores);
        lambdas.add(Kind.CLUSTER_AFTER, clusterAfter, scores);
        lambdas.add(Kind.CLUSTERS, clusterBefore + '|' + clusters.of(words.get(at)) + '|' + clusterAfter, scores);
        lambdas.add(Kind.COMPANY, truth(company(words, at)), scores);
    }

    private static boolean company(List<String> words, int at) {
        if (!Characters.startsUpper(words.get(at))) {
            return false;
        }
        for (int i = 0; i <= COMPANY_WINDOW; i++) {
            if (COMPANY.contains(word(words, at + i))) {
                return true;
            }
        }
        return false;
    }

    private static String word(List<String> words, int at) {
        return at < 0 || at >= words.size() ? OUTSIDE : words.get(at);
    }

    private static String shape(String word) {
        return WordShapeClassifier.wordShape(word, WordShapeClassifier.WORDSHAPECHRIS2);
    }

    private static String truth(boolean value) {
        return value ? YES : NO;
    }
}
