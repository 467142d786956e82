package io.rapport.sentiment.training;

import io.rapport.sentiment.aspect.AspectFinder;
import io.rapport.sentiment.aspect.Found;
import io.rapport.sentiment.aspect.NameList;
import io.rapport.sentiment.aspect.NameTagger;
import io.rapport.sentiment.corenlp.CoreNlp;
import io.rapport.sentiment.words.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How many of the things that people marked in sentences are found. */
final class NamesQuality {
    private final Corpus corpus;
    private final CoreNlp coreNlp;

    NamesQuality(Corpus corpus, CoreNlp coreNlp) {
        this.corpus = corpus;
        this.coreNlp = coreNlp;
    }

    /** @param arguments the folder of the data */
    public static void main(String[] arguments) {
        new NamesQuality(Corpus.load(new Files(Path.of(arguments[0]))), CoreNlp.load()).print();
    }

    void print() {
        Map<String, String> terms = Terms.load(corpus.targets());
        Map<String, String> heads = new Heads(corpus.vectors(), terms).all();
        Names names = new Names(corpus, terms, heads);
        NameList list = new NameList(terms);
        AspectFinder finder = new AspectFinder(terms, new NameTagger(names.fit(names.goods(coreNlp))), heads, Map.of());
        for (Part part : List.of(Part.DEV, Part.TEST)) {
            System.out.printf(
                    "%nMAMS, terms found: %s%n", part == Part.DEV ? "a tenth of the training set" : "validation set");
            print("the list alone", names.marked(part), list::in);
            print("the finder", names.marked(part), finder::named);
        }
    }

    private static void print(String name, List<Names.Tagged> rows, Function<Text, List<Found>> finder) {
        int found = 0;
        int there = 0;
        int exact = 0;
        int foundNear = 0;
        int thereNear = 0;
        for (Names.Tagged row : rows) {
            List<int[]> marked = spans(row.tags());
            List<Found> ours = finder.apply(row.sentence());
            found += ours.size();
            there += marked.size();
            exact += (int) ours.stream()
                    .filter(one -> marked.stream().anyMatch(m -> m[0] == one.from() && m[1] == one.to()))
                    .count();
            foundNear += (int) ours.stream()
                    .filter(one -> marked.stream().anyMatch(m -> near(m, one)))
                    .count();
            thereNear += (int) marked.stream()
                    .filter(m -> ours.stream().anyMatch(one -> near(m, one)))
                    .count();
        }
        System.out.printf(
                "%s: %d of %d; exact %s; overlapping %s%n",
                name,
                found,
                there,
                figures(exact / (double) found, exact / (double) there),
                figures(foundNear / (double) found, thereNear / (double) there));
    }

    private static boolean near(int[] marked, Found one) {
        return marked[0] < one.to() && one.from() < marked[1];
    }

    private static String figures(double precision, double recall) {
        return "precision %.3f recall %.3f f1 %.3f"
                .formatted(precision, recall, 2 * precision * recall / (precision + recall));
    }

    private static List<int[]> spans(int[] tags) {
        List<int[]> spans = new ArrayList<>();
        for (int i = 0; i < tags.length; i++) {
            if (tags[i] == NameTagger.FIRST) {
                int to = i + 1;
                while (to < tags.length && tags[to] == NameTagger.INSIDE) {
                    to++;
                }
                spans.add(new int[] {i, to});
            }
        }
        return spans;
    }
}
