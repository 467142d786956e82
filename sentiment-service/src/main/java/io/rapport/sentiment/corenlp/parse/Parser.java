package io.rapport.sentiment.corenlp.parse;

import io.rapport.sentiment.corenlp.table.ModelInput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * CoreNLP's greedy shift-reduce parser over its own weights: the same tree, by integers and hashes where CoreNLP builds and looks
 * up some 130 strings for each move. Safe to be used by many threads.
 */
public final class Parser {
    private static final int TALLEST = 80;
    private static final int NO_MOVE = -1;
    /**
     * By how many steps of 0.05 sums of floats might differ from those of whole numbers: 171 roundings of sums below 4,096, which
     * is far more than occurs, are less than 0.05, so that of two sums less than two steps.
     */
    private static final int CLOSE = 1;

    private final Labels labels;
    private final Moves moves;
    private final Weights weights;
    private final HeadRules heads;
    private final Features features;
    private final WholeWeights wholeWeights;
    private final QuickFeatures quickFeatures;
    private final FinalStop finalStop;
    private final int root;
    private final int unknown;

    private Parser(Labels labels, Moves moves, Weights weights, HeadRules heads) {
        this.labels = labels;
        this.moves = moves;
        this.weights = weights;
        this.heads = heads;
        this.features = new Features(labels);
        this.wholeWeights = new WholeWeights(weights, moves.size());
        this.quickFeatures = new QuickFeatures(features, labels, wholeWeights);
        this.root = labels.number("ROOT");
        this.unknown = labels.number("X");
        this.finalStop = new FinalStop(labels.number("."));
    }

    /** Reads labels, moves, weights and rules as the conversion wrote them. */
    public static Parser read(ModelInput in) throws IOException {
        return new Parser(Labels.read(in), Moves.read(in), Weights.read(in), HeadRules.read(in));
    }

    /** The tree of a sentence, made binary as CoreNLP's sentiment wants it. */
    public Binary parse(List<String> words, List<String> tags) {
        int[] tagLabels = tags.stream().mapToInt(labels::number).toArray();
        return Binary.of(phrase(words, tagLabels), root, heads);
    }

    private Phrase phrase(List<String> words, int... tags) {
        Parsing parsing = new Parsing(words, tags, labels, root);
        if (!run(parsing)) {
            return Phrase.flat(unknown, tags);
        }
        Phrase tree = Phrase.of(parsing, parsing.top(0), labels);
        finalStop.lift(tree, words);
        return tree.height() > TALLEST ? Phrase.flat(unknown, tags) : tree;
    }

    /** Makes moves until the sentence is at its end; false where no move leads on. */
    private boolean run(Parsing at) {
        Tally tally = new Tally(moves.size(), wholeWeights.width());
        boolean stuck = false;
        boolean finished = false;
        while (!finished && !stuck) {
            int best = best(at, tally);
            if (best == NO_MOVE) {
                stuck = !emergency(at);
            } else {
                finished = moves.apply(best, at);
            }
        }
        return finished;
    }

    private int best(Parsing at, Tally tally) {
        quickFeatures.of(at, tally);
        wholeWeights.sum(tally);
        int[] sums = tally.sums;
        int best = NO_MOVE;
        int second = Integer.MIN_VALUE;
        for (int move = 0; move < moves.size(); move++) {
            if (sums[move] > second && moves.legal(move, at, labels)) {
                if (best == NO_MOVE || sums[move] >= sums[best]) {
                    second = best == NO_MOVE ? second : sums[best];
                    best = move;
                } else {
                    second = sums[move];
                }
            }
        }
        boolean close = best != NO_MOVE && (long) sums[best] - second <= CLOSE;
        return close ? bestExactly(at, tally) : best;
    }

    /** By CoreNLP's own sums, whose rounding may decide; of equal ones the last, as its queue of one place leaves it. */
    private int bestExactly(Parsing at, Tally tally) {
        float[] scores = tally.scores;
        Arrays.fill(scores, 0);
        weights.add(tally.hashes, features.of(at, tally.hashes), scores);
        int best = NO_MOVE;
        for (int move = 0; move < scores.length; move++) {
            if ((best == NO_MOVE || scores[move] >= scores[best]) && moves.legal(move, at, labels)) {
                best = move;
            }
        }
        return best;
    }

    /** CoreNLP's moves for when none is legal; false where there is none of these either. */
    private boolean emergency(Parsing at) {
        if (at.depth() == 0) {
            return false;
        }
        int top = at.label(at.top(0));
        boolean topHalf = labels.temporary(top);
        boolean secondHalf = at.depth() > 1 && labels.temporary(at.label(at.top(1)));
        if (topHalf && (at.depth() == 1 || secondHalf)) {
            at.unary(labels.category(top));
        } else if (at.depth() == 1 && at.endOfWords() && top != root) {
            at.unary(root);
        } else if (topHalf) {
            at.binary(labels.category(top), false);
        } else if (secondHalf) {
            at.binary(labels.category(at.label(at.top(1))), true);
        } else {
            return false;
        }
        return true;
    }
}
