package io.rapport.sentiment.corenlp.tag;

import edu.stanford.nlp.process.Americanize;
import io.rapport.sentiment.corenlp.table.ModelInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** CoreNLP's part-of-speech tagger english-left3words-distsim over its own weights. Safe to be used by many threads. */
public final class Tagger {
    private static final String END = ".$.";

    private final String[] tags;
    private final Lexicon lexicon;
    private final WordFeatures features;
    private final TagFeatures tagFeatures;

    private Tagger(String[] tags, Lexicon lexicon, Clusters clusters, Lambdas lambdas) {
        this.tags = tags;
        this.lexicon = lexicon;
        this.features = new WordFeatures(lambdas, clusters);
        this.tagFeatures = new TagFeatures(tags, lambdas, lexicon);
    }

    /** Reads tags, words, classes and weights as the conversion wrote them. */
    public static Tagger read(ModelInput in) throws IOException {
        return new Tagger(in.texts(), Lexicon.read(in), Clusters.read(in), Lambdas.read(in));
    }

    /** The tag of each word of a sentence. */
    public List<String> tag(List<String> sentence) {
        List<String> words = new ArrayList<>(sentence.size() + 1);
        sentence.forEach(word -> words.add(Americanize.americanize(word)));
        words.add(END);
        int[] best = new Lattice(positions(words), tagFeatures).best();
        List<String> result = new ArrayList<>(sentence.size());
        for (int i = 0; i < sentence.size(); i++) {
            result.add(tags[best[i]]);
        }
        return result;
    }

    private Position[] positions(List<String> words) {
        Position[] positions = new Position[words.size()];
        for (int i = 0; i < positions.length; i++) {
            String word = words.get(i);
            int place = lexicon.place(word);
            boolean rare = lexicon.isRare(place);
            positions[i] = new Position(
                    lexicon.tags(place),
                    features.scores(words, i, rare, tags.length),
                    rare ? tagFeatures.rare(word, i == 0) : null);
        }
        return positions;
    }
}
