package io.rapport.sentiment.corenlp.convert;

import edu.stanford.nlp.trees.ModCollinsHeadFinder;
import edu.stanford.nlp.trees.TreebankLanguagePack;
import io.rapport.sentiment.corenlp.parse.HeadRules;
import io.rapport.sentiment.corenlp.parse.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Takes over CoreNLP's rules for heads, as far as the parser's labels go. */
final class HeadRulesExport {
    private static final int LEAST_CATEGORY = 1;

    private final Labels labels;
    private final TreebankLanguagePack language;

    HeadRulesExport(Labels labels, TreebankLanguagePack language) {
        this.labels = labels;
        this.language = language;
    }

    HeadRules rules() {
        Map<String, String[][]> given = new Open(language).given();
        int[] basic = new int[labels.size()];
        boolean[] punctuation = new boolean[labels.size()];
        HeadRules.Rule[][] rules = new HeadRules.Rule[labels.size()][];
        rules[0] = new HeadRules.Rule[0];
        for (int label = LEAST_CATEGORY; label < labels.size(); label++) {
            String name = language.basicCategory(labels.name(label));
            basic[label] = labels.number(name);
            punctuation[label] = language.isPunctuationTag(labels.name(label));
            rules[label] = Arrays.stream(given.getOrDefault(name, new String[0][]))
                    .map(this::rule)
                    .toArray(HeadRules.Rule[]::new);
        }
        return new HeadRules(basic, punctuation, rules, List.of(labels.number("CC"), labels.number("CONJP")));
    }

    private HeadRules.Rule rule(String... given) {
        HeadRules.Search search =
                switch (given[0]) {
                    case "left", "right" -> HeadRules.Search.BY_LABEL;
                    case "leftdis", "rightdis" -> HeadRules.Search.ANY;
                    case "leftexcept", "rightexcept" -> HeadRules.Search.EXCEPT;
                    default -> throw new IllegalStateException("Unknown rule: " + given[0]);
                };
        int[] known = Arrays.stream(given)
                .skip(1)
                .flatMapToInt(name -> IntStream.range(LEAST_CATEGORY, labels.size())
                        .filter(label -> labels.name(label).equals(name)))
                .toArray();
        return new HeadRules.Rule(given[0].startsWith("left"), search, known);
    }

    /** CoreNLP's rules with the door open. */
    private static final class Open extends ModCollinsHeadFinder {
        private static final long serialVersionUID = 1;

        Open(TreebankLanguagePack language) {
            super(language);
        }

        Map<String, String[][]> given() {
            return nonTerminalInfo;
        }
    }
}
