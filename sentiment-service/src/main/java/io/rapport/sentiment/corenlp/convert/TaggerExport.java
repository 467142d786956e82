package io.rapport.sentiment.corenlp.convert;

import edu.stanford.nlp.tagger.maxent.Distsim;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import edu.stanford.nlp.tagger.maxent.TTags;
import io.rapport.sentiment.corenlp.table.FeatureTable;
import io.rapport.sentiment.corenlp.table.ModelOutput;
import io.rapport.sentiment.corenlp.table.TextHash;
import io.rapport.sentiment.corenlp.tag.Clusters;
import io.rapport.sentiment.corenlp.tag.Lambdas;
import io.rapport.sentiment.corenlp.tag.Lexicon;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes the part-of-speech tagger. */
final class TaggerExport {
    /** The place of words that aren't in a table. */
    private static final int UNSEEN = 0;

    private final MaxentTagger tagger;
    private final TTags tags;
    private final List<String> names;

    TaggerExport(String path) {
        this.tagger = new MaxentTagger(path);
        this.tags = Hidden.field(tagger, "tags");
        this.names = IntStream.range(0, tags.getSize()).mapToObj(tags::getTag).toList();
        check();
    }

    String[] tags() {
        return names.toArray(String[]::new);
    }

    void write(ModelOutput out) throws IOException {
        out.texts(tags());
        lexicon().write(out);
        clusters().write(out);
        lambdas().write(out);
    }

    private void check() {
        Hidden.require(
                KnownFeatures.OF_ALL_WORDS.equals(
                        Hidden.field(tagger, "extractors").toString()),
                "the tagger's features");
        Hidden.require(
                KnownFeatures.OF_RARE_WORDS.equals(
                        Hidden.field(tagger, "extractorsRare").toString()),
                "the tagger's features of rare words");
        Hidden.require(!Hidden.<Boolean>call(tagger, "hasApproximateScoring"), "exact scores");
        Hidden.require(
                "AmericanizeFunction"
                        .equals(Hidden.field(tagger, "wordFunction").getClass().getSimpleName()),
                "American spelling");
        Object config = Hidden.field(tagger, "config");
        Hidden.require(Hidden.<Integer>call(config, "getMinWordsLockTags") == 1, "tags of seen words only");
    }

    private Lexicon lexicon() {
        Map<String, Object> counts = Hidden.field(Hidden.field(tagger, "dict"), "dict");
        int rareBelow = Hidden.<Integer>field(tagger, "rareWordThresh");
        FeatureTable.Builder words = new FeatureTable.Builder(counts.size());
        Map<List<Integer>, Integer> sets = new LinkedHashMap<>();
        int[] candidates = new int[counts.size() + 1];
        int[] first = new int[counts.size() + 1];
        byte[] rare = new byte[counts.size() + 1];
        candidates[UNSEEN] = number(sets, tags.getOpenTagsArray());
        rare[UNSEEN] = 1;
        int place = 1;
        for (Map.Entry<String, Object> word : counts.entrySet()) {
            int sum = Hidden.<Integer>call(word.getValue(), "sum");
            Hidden.require(sum > 0, "words that were seen");
            words.put(TextHash.of(word.getKey()), place);
            candidates[place] = number(sets, Hidden.<String[]>call(word.getValue(), "getTags"));
            first[place] = names.indexOf(Hidden.<String>call(word.getValue(), "getFirstTag"));
            rare[place] = (byte) (sum < rareBelow ? 1 : 0);
            place++;
        }
        return new Lexicon(
                words.build(),
                candidates,
                first,
                rare,
                sets.keySet().stream()
                        .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new));
    }

    private int number(Map<List<Integer>, Integer> sets, String... known) {
        List<Integer> set = Arrays.stream(expanded(known)).map(names::indexOf).toList();
        return sets.computeIfAbsent(set, unknown -> sets.size());
    }

    private String[] expanded(String... known) {
        try {
            var expand = TTags.class.getDeclaredMethod("deterministicallyExpandTags", String[].class);
            expand.setAccessible(true);
            return (String[]) expand.invoke(tags, (Object) known);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Clusters clusters() {
        Object[] extractors = Hidden.field(Hidden.field(tagger, "extractorsRare"), "v");
        Distsim distsim = Hidden.field(extractors[KnownFeatures.CLUSTER_OF_WORD], "lexicon");
        Map<String, String> lexicon = Hidden.field(distsim, "lexicon");
        Map<String, Integer> classes = new LinkedHashMap<>();
        FeatureTable.Builder words = new FeatureTable.Builder(lexicon.size());
        lexicon.forEach((word, name) ->
                words.put(TextHash.of(word), classes.computeIfAbsent(name, unknown -> classes.size() + 1)));
        List<String> all = new ArrayList<>(List.of(Hidden.<String>field(distsim, "unk")));
        all.addAll(classes.keySet());
        return new Clusters(
                words.build(),
                all.toArray(String[]::new),
                Hidden.<Boolean>field(distsim, "casedDistSim"),
                Hidden.<Boolean>field(distsim, "mapdigits"));
    }

    private Lambdas lambdas() {
        List<Map<String, int[]>> kinds = Hidden.field(tagger, "fAssociations");
        double[] lambda = Hidden.field(Hidden.field(tagger, "prob"), "lambda");
        FeatureTable.Builder rows =
                new FeatureTable.Builder(kinds.stream().mapToInt(Map::size).sum());
        Cells cells = new Cells();
        for (int kind = 0; kind < kinds.size(); kind++) {
            for (Map.Entry<String, int[]> feature : kinds.get(kind).entrySet()) {
                int row = cells.add(feature.getValue(), lambda);
                if (row != FeatureTable.NONE) {
                    rows.put(Lambdas.feature(kind, TextHash.of(feature.getKey())), row);
                }
            }
        }
        return new Lambdas(rows.build(), cells.tags(), cells.values());
    }

    /** Rows one after the other; the first cell is nobody's. */
    private static final class Cells {
        private final List<Byte> tags = new ArrayList<>(List.of((byte) -1));
        private final List<Double> values = new ArrayList<>(List.of(0.0));

        int add(int[] numbers, double... lambda) {
            int first = tags.size();
            for (int tag = 0; tag < numbers.length; tag++) {
                if (numbers[tag] >= 0) {
                    tags.add((byte) tag);
                    values.add(lambda[numbers[tag]]);
                }
            }
            if (tags.size() == first) {
                return FeatureTable.NONE;
            }
            tags.set(tags.size() - 1, (byte) (-1 - tags.getLast()));
            return first;
        }

        byte[] tags() {
            byte[] all = new byte[tags.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = tags.get(i);
            }
            return all;
        }

        double[] values() {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
