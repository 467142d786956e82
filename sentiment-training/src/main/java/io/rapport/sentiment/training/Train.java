package io.rapport.sentiment.training;

import io.rapport.sentiment.aspect.AspectFeatures;
import io.rapport.sentiment.corenlp.CoreNlp;
import io.rapport.sentiment.linear.ModelFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From labelled texts to the model file: {@code Train <folder of the data> <model file>}. The same data give the same bytes. */
public final class Train {
    private static final String NAME = "rapport-en-2";

    private Train() {}

    /** @param arguments the folder of the data, the file to be written */
    public static void main(String[] arguments) throws IOException {
        ModelFile model = model(Corpus.load(new Files(Path.of(arguments[0]))));
        try (OutputStream out = java.nio.file.Files.newOutputStream(Path.of(arguments[1]))) {
            model.write(out);
        }
        System.out.printf("%s: %d bytes%n", arguments[1], java.nio.file.Files.size(Path.of(arguments[1])));
    }

    private static ModelFile model(Corpus corpus) {
        Polarity polarity = new Polarity(corpus.prepared(), corpus.vectors());
        Polarity.Fit review = polarity.fit(Polarity.Settings.REVIEW, Set.of());
        Polarity.Fit post = polarity.fit(Polarity.Settings.POST, Set.of());
        CoreNlp coreNlp = CoreNlp.load();
        List<Double> secondLook = new SecondStage(corpus, coreNlp).fit(review, Set.of());
        Feelings.Fit feelings = Feelings.fit(corpus.feelings(), corpus.vectors());
        Aspects aspects = new Aspects(new AspectFeatures(corpus.lexicon()), corpus.targets());
        Aspects.Fit aspect = aspects.fit(aspects.rows());
        Map<String, String> terms = Terms.load(corpus.targets());
        Map<String, String> heads = new Heads(corpus.vectors(), terms).all();
        Names names = new Names(corpus, terms, heads);
        return new ModelFile(
                NAME,
                corpus.lexicon(),
                Map.of(
                        "review", review.weights(),
                        "post", post.weights(),
                        "feelings", feelings.weights(),
                        "aspect", aspect.weights(),
                        "names", names.fit(names.goods(coreNlp))),
                Map.of(
                        "review",
                        review.scaling(),
                        "post",
                        post.scaling(),
                        "signs",
                        post.signs(),
                        "aspect",
                        aspect.scaling()),
                secondLook,
                feelings.scalings(),
                terms,
                heads,
                Terms.cues());
    }
}
