package io.rapport.sentiment.aspect;

import io.rapport.sentiment.linear.Bag;
import io.rapport.sentiment.linear.Weights;
import io.rapport.sentiment.words.Text;
import io.rapport.sentiment.words.Token;
import java.util.Set;

/** Tells which words of a sentence name things, from left to right. */
public final class NameTagger {
    /** Tags: outside of a name, its first word, another word of it. */
    public static final int OUTSIDE = 0;

    public static final int FIRST = 1;
    public static final int INSIDE = 2;
    private static final int TAGS = 3;
    /** How sure a listed name must be. */
    private static final double LISTED = -1.2;

    /** How sure another must be: an owner would rather miss one than read of what nobody spoke of. */
    private static final double UNLISTED = 0.4;

    /** Words that begin no name; what they would score need not be known. */
    private static final Set<String> SMALL =
            Set.of(("the a an and or but if so of to in on at by for from with without as than"
                            + " that this these those it its it's i i'm i've i'd you he she we they me him her us them my your his"
                            + " our their is are was were be been am isn't wasn't aren't weren't do did does didn't don't doesn't"
                            + " have has had hasn't haven't hadn't not no very too just really also all any some more most much many"
                            + " when where who which what there here will would could can can't couldn't won't wouldn't should again"
                            + " after before because about into over up down out off then only get got go went came come make"
                            + " made like even while though although")
                    .split(" "));

    private final Weights weights;

    /** @param weights of the three tags */
    public NameTagger(Weights weights) {
        this.weights = weights;
    }

    /** @param listed see {@link NameFeatures} */
    public int[] tags(Text sentence, byte[] listed) {
        NameFeatures features = new NameFeatures(sentence, listed);
        int[] tags = new int[sentence.size()];
        double[] scores = new double[TAGS];
        int before = OUTSIDE;
        for (int i = 0; i < tags.length; i++) {
            if (!possible(sentence.token(i), before)) {
                before = OUTSIDE;
                continue;
            }
            scores[OUTSIDE] = listed[i] == FIRST ? LISTED : UNLISTED;
            scores[FIRST] = 0;
            scores[INSIDE] = 0;
            features.of(i, before, (template, place) -> weights.addTo(scores, place, 1));
            weights.addTo(scores, Bag.wordPlace(sentence.token(i).form()), 1);
            tags[i] = best(scores, before);
            before = tags[i];
        }
        return tags;
    }

    private static boolean possible(Token token, int before) {
        return token.wordy() && (before != OUTSIDE || !SMALL.contains(token.form()));
    }

    private static int best(double[] scores, int before) {
        if (scores[OUTSIDE] >= scores[FIRST] && scores[OUTSIDE] >= scores[INSIDE]) {
            return OUTSIDE;
        }
        return before != OUTSIDE && scores[INSIDE] > scores[FIRST] ? INSIDE : FIRST;
    }
}
