package io.rapport.sentiment.corenlp.parse;

import io.rapport.sentiment.corenlp.table.ModelInput;
import io.rapport.sentiment.corenlp.table.ModelOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Which part of a phrase is its head: the rules of Collins (1999) as modified in CoreNLP. */
public final class HeadRules {
    private final int[] basic;
    private final boolean[] punctuation;
    private final Rule[][] rules;
    private final Rule leftOtherwise;
    private final Rule rightOtherwise;
    private final List<Integer> conjunctions;

    /** How a rule goes through the parts. */
    public enum Search {
        /** For each label of the list the first part that has it. */
        BY_LABEL,
        /** The first part that has any label of the list. */
        ANY,
        /** The first part that has none of the labels. */
        EXCEPT
    }

    /** One rule: from the left or from the right, how, and for which labels. */
    public record Rule(boolean fromLeft, Search search, int... labels) {
        private boolean names(int label) {
            for (int named : labels) {
                if (named == label) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * @param basic of each label the one that rules know it by
     * @param punctuation which labels are tags of punctuation
     * @param rules of each label
     * @param conjunctions the labels before which the head is looked for, too
     */
    public HeadRules(int[] basic, boolean[] punctuation, Rule[][] rules, List<Integer> conjunctions) {
        this.basic = basic;
        this.punctuation = punctuation;
        this.rules = rules;
        this.conjunctions = conjunctions;
        int[] avoided = IntStream.range(0, punctuation.length)
                .filter(label -> punctuation[label])
                .toArray();
        this.leftOtherwise = new Rule(true, Search.EXCEPT, avoided);
        this.rightOtherwise = new Rule(false, Search.EXCEPT, avoided);
    }

    /** Reads what {@link #write} wrote. */
    public static HeadRules read(ModelInput in) throws IOException {
        int[] basic = in.ints();
        boolean[] punctuation = new boolean[basic.length];
        Rule[][] rules = new Rule[basic.length][];
        for (int label = 0; label < basic.length; label++) {
            punctuation[label] = in.integer() == 1;
            rules[label] = new Rule[in.integer()];
            for (int i = 0; i < rules[label].length; i++) {
                rules[label][i] = new Rule(in.integer() == 1, Search.values()[in.integer()], in.ints());
            }
        }
        return new HeadRules(
                basic, punctuation, rules, Arrays.stream(in.ints()).boxed().toList());
    }

    /** Writes all rules. */
    public void write(ModelOutput out) throws IOException {
        out.ints(basic);
        for (int label = 0; label < basic.length; label++) {
            out.integer(punctuation[label] ? 1 : 0);
            out.integer(rules[label].length);
            for (Rule rule : rules[label]) {
                out.integer(rule.fromLeft() ? 1 : 0);
                out.integer(rule.search().ordinal());
                out.ints(rule.labels());
            }
        }
        out.ints(conjunctions.stream().mapToInt(Integer::intValue).toArray());
    }

    boolean isPunctuation(Phrase part) {
        return punctuation[basic[part.label()]];
    }

    /** The index of the part that is the head. */
    int head(Phrase phrase) {
        List<Phrase> parts = phrase.parts();
        if (parts.size() == 1) {
            return 0;
        }
        Rule[] of = rules[phrase.label()];
        if (of.length == 0) {
            throw new IllegalArgumentException("A category without rules for its head.");
        }
        for (Rule rule : of) {
            int found = find(parts, rule);
            if (found >= 0) {
                return found;
            }
        }
        boolean fromLeft = of[of.length - 1].fromLeft();
        int found = find(parts, fromLeft ? leftOtherwise : rightOtherwise);
        return found >= 0 ? found : fromLeft ? 0 : parts.size() - 1;
    }

    private int find(List<Phrase> parts, Rule rule) {
        int found = rule.search() == Search.BY_LABEL ? byLabel(parts, rule) : any(parts, rule);
        return found < 2 ? found : beforeConjunction(parts, found);
    }

    private int byLabel(List<Phrase> parts, Rule rule) {
        for (int label : rule.labels()) {
            for (int i = 0; i < parts.size(); i++) {
                int at = rule.fromLeft() ? i : parts.size() - 1 - i;
                if (basic[parts.get(at).label()] == label) {
                    return at;
                }
            }
        }
        return -1;
    }

    private int any(List<Phrase> parts, Rule rule) {
        boolean wanted = rule.search() == Search.ANY;
        for (int i = 0; i < parts.size(); i++) {
            int at = rule.fromLeft() ? i : parts.size() - 1 - i;
            if (rule.names(basic[parts.get(at).label()]) == wanted) {
                return at;
            }
        }
        return -1;
    }

    private int beforeConjunction(List<Phrase> parts, int found) {
        if (!conjunctions.contains(basic[parts.get(found - 1).label()])) {
            return found;
        }
        Phrase before = parts.get(found - 2);
        return before.isWord() && punctuation[before.label()] ? found : found - 2;
    }
}
