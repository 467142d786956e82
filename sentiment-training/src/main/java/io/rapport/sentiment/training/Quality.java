package io.rapport.sentiment.training;

import io.rapport.sentiment.aspect.AspectFeatures;
import io.rapport.sentiment.corenlp.CoreNlp;
import io.rapport.sentiment.corenlp.CoreNlpModel;
import io.rapport.sentiment.emotion.Feeling;
import io.rapport.sentiment.linear.Scaling;
import io.rapport.sentiment.rapport.SecondLook;
import io.rapport.sentiment.training.Feelings.Judged;
import io.rapport.sentiment.words.Text;
import io.rapport.sentiment.words.TextFeatures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The table of how well the model reads: {@code Quality <folder of the data> <rows a set for the rivals>}. It is trained
 * anew, once with all sets (figures are of their test parts) and once for each set without it (figures are of the whole set).
 */
public final class Quality {
    private static final String TABLE = "%-17s %6s  %-36s %-36s %-23s %-23s%n";

    private final Corpus corpus;
    private final TextFeatures features;
    private final SecondStage secondStage;
    private final List<Rival> rivals;
    private final int most;
    private final NamesQuality names;

    private Quality(Corpus corpus, int most) {
        this.corpus = corpus;
        this.features = new TextFeatures(corpus.lexicon());
        this.most = most;
        CoreNlp coreNlp = CoreNlp.load();
        this.names = new NamesQuality(corpus, coreNlp);
        this.secondStage = new SecondStage(corpus, coreNlp);
        this.rivals = most == 0 ? List.of() : List.of(Rival.coreNlp(new CoreNlpModel(coreNlp)), Rival.vader());
    }

    /** @param arguments the folder of the data; how many rows of each set the rivals read */
    public static void main(String[] arguments) {
        Corpus corpus = Corpus.load(new Files(Path.of(arguments[0])));
        Quality quality = new Quality(corpus, Integer.parseInt(arguments[1]));
        quality.polarity();
        quality.feelings();
        quality.aspects();
        quality.names.print();
    }

    private void polarity() {
        System.out.println("binary: side of 0 where people saw one; f1: macro over three; r: with people's mean;"
                + " ece: expected calibration error\n");
        System.out.printf(
                TABLE, "", "", "in training, test part", "left out of training", "stock CoreNLP (SR)", "VADER");
        Polarity polarity = new Polarity(corpus.prepared(), corpus.vectors());
        Reader[] fits = {reader(polarity, false, Set.of()), reader(polarity, true, Set.of())};
        Map<String, List<Example>> sets = new TreeMap<>();
        corpus.prepared().stream()
                .filter(one -> !Datasets.IDIOMS.equals(one.example().set()))
                .forEach(one -> sets.computeIfAbsent(group(one.example()), any -> new ArrayList<>())
                        .add(one.example()));
        sets.forEach((set, examples) -> row(polarity, fits, set, examples));
    }

    private void row(Polarity polarity, Reader[] fits, String set, List<Example> examples) {
        boolean post = examples.getFirst().post();
        List<Example> test =
                examples.stream().filter(example -> example.part() == Part.TEST).toList();
        String inside = set.startsWith("sst") ? "" : figures(read(fits[post ? 1 : 0], test));
        Set<String> names = new HashSet<>();
        examples.forEach(example -> names.add(example.set()));
        // Without the posts that they are from there are no signs to learn from.
        String outside = examples.getFirst().signs() ? "" : figures(read(reader(polarity, post, names), examples));
        List<String> theirs = new ArrayList<>();
        List<Example> sample = test.stream()
                .sorted(Comparator.comparingInt(example -> example.text().hashCode() * 0x9E3779B9))
                .limit(most)
                .toList();
        rivals.forEach(
                rival -> theirs.add(figures(sample.stream().map(rival::read).toList())));
        while (theirs.size() < 2) {
            theirs.add("");
        }
        System.out.printf(TABLE, set, test.size(), inside, outside, theirs.get(0), theirs.get(1));
        if (most > 0 && most < test.size()) {
            System.out.printf(
                    TABLE, "  same rows", sample.size(), figures(read(fits[post ? 1 : 0], sample)), "", "", "");
        }
    }

    /** The tweets of 2016 were told apart from those before, to see how well what was learned travels. */
    private static String group(Example example) {
        if (example.signs()) {
            return "signs alone";
        }
        if (!example.set().startsWith("tweets_")) {
            return example.set();
        }
        return example.set().equals("tweets_2016test") ? "tweets_2016test" : "tweets_other";
    }

    /** Gives probabilities, as the service does. */
    private interface Reader {
        double[] read(String text);
    }

    private Reader reader(Polarity polarity, boolean post, Set<String> leftOut) {
        Polarity.Fit fit = polarity.fit(post ? Polarity.Settings.POST : Polarity.Settings.REVIEW, leftOut);
        if (post) {
            return text -> {
                Scaling scaling = Text.of(text).signsAlone() ? fit.signs() : fit.scaling();
                return scaling.probabilities(scores(fit, text));
            };
        }
        SecondLook look = new SecondLook(secondStage.fit(fit, leftOut));
        return text -> {
            double[] scores = scores(fit, text);
            return look.probabilities(scores, fit.scaling().probabilities(scores), () -> secondStage.trees(text));
        };
    }

    private double[] scores(Polarity.Fit fit, String text) {
        return fit.weights().scores(features.of(Text.of(text)));
    }

    private static List<Measures.Row> read(Reader reader, List<Example> examples) {
        return examples.stream()
                .map(example -> {
                    double[] p = reader.read(example.text());
                    return new Measures.Row(example.label(), p, Scaling.label(p), example.valence());
                })
                .toList();
    }

    private static String figures(List<Measures.Row> rows) {
        boolean binary = rows.stream().allMatch(row -> row.label() != 1);
        return accuracy(rows) + " ece %.3f".formatted(Measures.calibrationError(rows, binary));
    }

    private static String accuracy(List<Measures.Row> rows) {
        boolean binary = rows.stream().allMatch(row -> row.label() != 1);
        boolean rated = !Double.isNaN(rows.getFirst().valence());
        return "bin %.3f".formatted(Measures.binary(rows))
                + (binary ? "         " : " f1 %.3f".formatted(Measures.macroF1(rows)))
                + (rated ? " r %.3f".formatted(Measures.correlation(rows)) : "");
    }

    private void feelings() {
        Feelings.Fit fit = Feelings.fit(corpus.feelings(), corpus.vectors());
        List<Feelings.Row> test = corpus.feelings().stream()
                .filter(row -> row.part() == Part.TEST)
                .toList();
        List<Feelings.Row> dev =
                corpus.feelings().stream().filter(row -> row.part() == Part.DEV).toList();
        System.out.println("\nGoEmotions, the published development set");
        double sum = 0;
        for (Feeling feeling : Feeling.values()) {
            List<Judged> judged = judged(fit, test, Set.of(feeling));
            double f1 = f1(judged, fit.scalings().get(feeling.ordinal()).threshold());
            System.out.printf("%-15s f1 %.3f%n", feeling.label(), f1);
            sum += f1;
        }
        System.out.printf("macro of the %d: %.3f%n", Feeling.values().length, sum / Feeling.values().length);
        Map<String, Double> groups = new LinkedHashMap<>();
        new TreeMap<>(Feelings.EKMAN)
                .forEach((name, group) ->
                        groups.put(name, f1(judged(fit, test, group), Feelings.threshold(judged(fit, dev, group)))));
        System.out.printf(
                "Ekman groups %s, macro %.3f%n",
                groups,
                groups.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow());
    }

    /** A group is there unless none of its feelings is. */
    private List<Judged> judged(Feelings.Fit fit, List<Feelings.Row> rows, Set<Feeling> group) {
        return rows.stream()
                .map(row -> {
                    double[] p = fit.probabilities(row.plain());
                    double none = group.stream()
                            .mapToDouble(feeling -> 1 - p[feeling.ordinal()])
                            .reduce(1, (a, b) -> a * b);
                    return new Judged(1 - none, row.feelings().stream().anyMatch(group::contains));
                })
                .toList();
    }

    private static double f1(List<Judged> rows, double threshold) {
        long there = rows.stream().filter(Judged::there).count();
        List<Judged> said =
                rows.stream().filter(row -> row.score() >= threshold).toList();
        return 2.0 * said.stream().filter(Judged::there).count() / (there + said.size());
    }

    private void aspects() {
        Aspects aspects = new Aspects(new AspectFeatures(corpus.lexicon()), corpus.targets());
        List<Aspects.Row> rows = aspects.rows();
        Aspects.Fit fit = aspects.fit(rows);
        int[] right = new int[2];
        int[] all = new int[2];
        List<Measures.Row> judged = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).part() == Part.TEST) {
                double[] p = fit.scaling()
                        .probabilities(fit.weights().scores(rows.get(i).features()));
                int what = corpus.targets().get(i).category() ? 1 : 0;
                all[what]++;
                right[what] += Scaling.label(p) == rows.get(i).label() ? 1 : 0;
                judged.add(new Measures.Row(rows.get(i).label(), p, Scaling.label(p), Double.NaN));
            }
        }
        System.out.printf(
                "%nMAMS, the published validation sets: terms %.3f of %d, categories %.3f of %d, %s%n",
                right[0] / (double) all[0], all[0], right[1] / (double) all[1], all[1], figures(judged));
    }
}
