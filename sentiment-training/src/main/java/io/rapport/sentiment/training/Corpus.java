package io.rapport.sentiment.training;

import io.rapport.sentiment.words.Lexicon;
import io.rapport.sentiment.words.Text;
import io.rapport.sentiment.words.TextFeatures;
import java.util.ArrayList;
import java.util.List;

/** All that is trained on and measured with, each text once, with its features. */
record Corpus(
        Lexicon lexicon,
        WordVectors vectors,
        List<Example.Prepared> prepared,
        List<Feelings.Row> feelings,
        List<Mams.Target> targets) {

    static Corpus load(Files files) {
        Lexicon lexicon = Lexicons.load();
        WordVectors vectors = WordVectors.load();
        TextFeatures features = new TextFeatures(lexicon);
        Duplicates duplicates = new Duplicates();
        List<Example> examples = new ArrayList<>(duplicates.without(new Datasets(files).all()));
        System.out.printf("%d texts; %d left out as duplicates%n", examples.size(), duplicates.dropped());
        examples.addAll(Datasets.signs(examples));
        List<Example.Prepared> prepared = examples.stream()
                .map(example -> {
                    Text text = Text.of(example.text());
                    return new Example.Prepared(
                            example, vectors.with(features.named(text).vector(), text));
                })
                .toList();
        List<Feelings.Row> feelings = GoEmotions.comments(files).stream()
                .map(comment -> {
                    Text text = Text.of(comment.text());
                    return new Feelings.Row(
                            vectors.with(features.named(text).vector(), text),
                            features.of(text),
                            Feelings.of(comment.feelings()),
                            comment.part());
                })
                .toList();
        return new Corpus(lexicon, vectors, prepared, feelings, Mams.all(files));
    }
}
