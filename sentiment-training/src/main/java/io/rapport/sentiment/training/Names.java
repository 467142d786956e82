package io.rapport.sentiment.training;

import io.rapport.sentiment.aspect.Idle;
import io.rapport.sentiment.aspect.NameFeatures;
import io.rapport.sentiment.aspect.NameList;
import io.rapport.sentiment.aspect.NameTagger;
import io.rapport.sentiment.corenlp.CoreNlp;
import io.rapport.sentiment.corenlp.TokenSentence;
import io.rapport.sentiment.linear.Bag;
import io.rapport.sentiment.linear.Scaling;
import io.rapport.sentiment.linear.Sparse;
import io.rapport.sentiment.linear.Weights;
import io.rapport.sentiment.reading.Deadline;
import io.rapport.sentiment.words.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Fits which words name things: to the terms of restaurant reviews that people marked, and, so that it knows other trades, to
 * reviews of goods. There it takes for a name what CoreNLP's tagger takes for nouns, if the last of them is listed, or is like a
 * listed one in a sentence with an opinion. What is known by heart is hidden now and then, so that a word which no text has
 * can be told by its company, its ending and its vector.
 */
final class Names {
    /** How much words in reviews of goods count beside those in reviews of restaurants, whose terms people have marked. */
    private static final float GOODS = 0.15f;

    private static final double HIDDEN = 0.2;
    private static final double OPINION = 1;
    private static final double PENALTY = 0.3;
    private static final int EPOCHS = 6;
    private static final double RATE = 0.1;
    private static final int CLASSES = 3;
    private static final int LONGEST = 3;

    record Row(Sparse features, int label, float weight) implements AdaGrad.Row {}

    /** A sentence with the tag of each token, and how much each counts. */
    record Tagged(Text sentence, int[] tags, float[] counts) {}

    private final Corpus corpus;
    private final NameList list;
    private final Map<String, String> heads;
    private final Random random = new Random(1);

    Names(Corpus corpus, Map<String, String> terms, Map<String, String> heads) {
        this.heads = heads;
        this.corpus = corpus;
        this.list = new NameList(terms);
    }

    Weights fit(List<Tagged> goods) {
        List<Tagged> all = new ArrayList<>(marked(Part.TRAIN));
        all.addAll(goods);
        List<Row> rows = new ArrayList<>();
        all.forEach(tagged -> rows(tagged, rows));
        List<Row> common = Rare.without(rows, Row::features, (row, f) -> new Row(f, row.label(), row.weight()));
        float[] weights = AdaGrad.fit(
                common, new AdaGrad.Settings(WordVectors.PLACES, CLASSES, PENALTY, EPOCHS, RATE), (row, scores) -> {
                    Scaling.softmax(scores);
                    scores[row.label()] -= 1;
                });
        return Weights.of(corpus.vectors().written(weights, CLASSES), CLASSES);
    }

    private void rows(Tagged tagged, List<Row> rows) {
        Text sentence = tagged.sentence();
        NameFeatures features = new NameFeatures(sentence, list.marks(sentence));
        for (int i = 0; i < sentence.size(); i++) {
            if (tagged.counts()[i] > 0 && sentence.token(i).wordy()) {
                rows.add(row(features, tagged, i));
            }
        }
    }

    private Row row(NameFeatures features, Tagged tagged, int i) {
        int[] ids = new int[NameFeatures.TEMPLATES + WordVectors.SIZE];
        int[] size = {0};
        boolean hidden = random.nextDouble() < HIDDEN;
        features.of(i, i == 0 ? NameTagger.OUTSIDE : tagged.tags()[i - 1], (template, place) -> {
            if (!hidden || !NameFeatures.byHeart(template)) {
                ids[size[0]++] = place;
            }
        });
        float[] values = new float[ids.length];
        Arrays.fill(values, 0, size[0], 1);
        float[] vector = corpus.vectors().of(tagged.sentence().token(i).form());
        for (int j = 0; vector != null && j < WordVectors.SIZE; j++) {
            ids[size[0]] = Bag.PLACES + j;
            values[size[0]++] = vector[j];
        }
        Sparse sparse = new Sparse(Arrays.copyOf(ids, size[0]), Arrays.copyOf(values, size[0]));
        return new Row(sparse, tagged.tags()[i], tagged.counts()[i]);
    }

    /** The sentences of restaurant reviews with their terms. */
    List<Tagged> marked(Part part) {
        List<Tagged> all = new ArrayList<>();
        Map<String, List<Mams.Target>> byText = new LinkedHashMap<>();
        corpus.targets().stream()
                .filter(target -> !target.category() && target.part() == part)
                .forEach(target -> byText.computeIfAbsent(target.text(), any -> new ArrayList<>())
                        .add(target));
        byText.forEach((text, targets) -> {
            for (Text sentence : Text.of(text).sentences()) {
                all.add(tagged(sentence, targets));
            }
        });
        return all;
    }

    private static Tagged tagged(Text sentence, List<Mams.Target> targets) {
        int[] tags = new int[sentence.size()];
        float[] counts = new float[sentence.size()];
        Arrays.fill(counts, 1);
        for (int i = 0; i < tags.length; i++) {
            for (Mams.Target target : targets) {
                boolean inside = sentence.token(i).begin() < target.end()
                        && sentence.token(i).end() > target.begin();
                boolean goesOn = i > 0 && sentence.token(i - 1).end() > target.begin();
                tags[i] = inside ? goesOn ? NameTagger.INSIDE : NameTagger.FIRST : tags[i];
            }
        }
        return new Tagged(sentence, tags, counts);
    }

    /** The sentences of reviews of goods. */
    List<Tagged> goods(CoreNlp coreNlp) {
        List<Tagged> all = new ArrayList<>();
        for (Example.Prepared one : corpus.prepared()) {
            Example example = one.example();
            if (example.part() == Part.TRAIN && example.set().contains("amazon")) {
                Map<Integer, String> tags = tags(coreNlp, example.text());
                Text.of(example.text()).sentences().forEach(sentence -> all.add(goods(sentence, tags)));
            }
        }
        return all;
    }

    private Tagged goods(Text sentence, Map<Integer, String> tags) {
        int size = sentence.size();
        int[] names = new int[size];
        float[] counts = new float[size];
        Arrays.fill(counts, GOODS);
        boolean opinion = false;
        for (int i = 0; i < size; i++) {
            opinion |= Math.abs(corpus.lexicon()
                            .rated()
                            .getOrDefault(sentence.token(i).form(), 0f))
                    >= OPINION;
        }
        byte[] listed = list.marks(sentence);
        int i = 0;
        while (i < size) {
            int to = i;
            while (to < size && noun(sentence, tags, to)) {
                to++;
            }
            if (to > i) {
                name(sentence, Math.max(i, to - LONGEST), to, opinion, listed, names);
            }
            i = Math.max(to, i + 1);
        }
        return new Tagged(sentence, names, counts);
    }

    private static boolean noun(Text sentence, Map<Integer, String> tags, int i) {
        String tag = tags.get(sentence.token(i).begin());
        return tag != null
                && (tag.equals("NN") || tag.equals("NNS"))
                && sentence.token(i).wordy();
    }

    private void name(Text sentence, int from, int to, boolean opinion, byte[] listed, int[] names) {
        String head = sentence.token(to - 1).form();
        boolean like = heads.containsKey(head) && !Idle.WORDS.contains(head);
        if (listed[to - 1] != NameTagger.OUTSIDE || like && opinion) {
            Arrays.fill(names, from, to, NameTagger.INSIDE);
            names[from] = NameTagger.FIRST;
        }
    }

    /** The tag of each word by where it begins. */
    private static Map<Integer, String> tags(CoreNlp coreNlp, String text) {
        Map<Integer, String> all = new HashMap<>();
        for (TokenSentence sentence : coreNlp.sentences(text, Deadline.in(Duration.ofMinutes(1)))) {
            List<String> tags = coreNlp.tags(sentence);
            for (int i = 0; i < tags.size(); i++) {
                all.put(sentence.tokens().get(i).begin(), tags.get(i));
            }
        }
        return all;
    }
}
