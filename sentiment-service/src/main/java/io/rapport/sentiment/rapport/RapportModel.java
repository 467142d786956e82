package io.rapport.sentiment.rapport;

import io.rapport.sentiment.aspect.AspectFeatures;
import io.rapport.sentiment.aspect.AspectFinder;
import io.rapport.sentiment.aspect.Found;
import io.rapport.sentiment.aspect.NameTagger;
import io.rapport.sentiment.aspect.OwnAspects;
import io.rapport.sentiment.corenlp.CoreNlp;
import io.rapport.sentiment.emotion.Feeling;
import io.rapport.sentiment.linear.Logistic;
import io.rapport.sentiment.linear.ModelFile;
import io.rapport.sentiment.linear.Sparse;
import io.rapport.sentiment.reading.Aspect;
import io.rapport.sentiment.reading.Deadline;
import io.rapport.sentiment.reading.Emotion;
import io.rapport.sentiment.reading.Kind;
import io.rapport.sentiment.reading.Rating;
import io.rapport.sentiment.reading.Sentence;
import io.rapport.sentiment.reading.SentimentModel;
import io.rapport.sentiment.reading.Stage;
import io.rapport.sentiment.reading.Understanding;
import io.rapport.sentiment.words.Text;
import io.rapport.sentiment.words.TextFeatures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The product's own reading: linear models on words, signs and lexicons, one for reviews and one for posts, whose
 * probabilities are calibrated for each, with CoreNLP's network asked about reviews that leave the first unsure; with feelings and with what is said of single things. What it was trained on and
 * how well it reads is in docs/models.
 */
public final class RapportModel implements SentimentModel {
    private static final String FILE = "/rapport-en-2.bin";
    private static final int MOST_ASPECTS = 50;

    private final ModelFile file;
    private final CoreNlp coreNlp;
    private final TextFeatures features;
    private final Voices voices;
    private final AspectFinder finder;
    private final AspectFeatures aspectFeatures;

    /** A model from a file that training wrote. */
    public RapportModel(ModelFile file, CoreNlp coreNlp) {
        this.file = file;
        this.coreNlp = coreNlp;
        this.features = new TextFeatures(file.lexicon());
        this.voices = new Voices(file);
        this.finder =
                new AspectFinder(file.terms(), new NameTagger(file.weights().get("names")), file.heads(), file.cues());
        this.aspectFeatures = new AspectFeatures(file.lexicon());
    }

    /**
     * Loads the model of this version from the class path.
     *
     * @param coreNlp which may be shared with other models
     */
    public static RapportModel load(CoreNlp coreNlp) {
        try (InputStream in = RapportModel.class.getResourceAsStream(FILE)) {
            return new RapportModel(ModelFile.read(in), coreNlp);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Optional<Understanding> read(String text, Deadline deadline) {
        return read(text, null, deadline);
    }

    @Override
    public Optional<Understanding> read(String text, Kind kind, Deadline deadline) {
        return read(text, kind, OwnAspects.NONE, null, deadline);
    }

    @Override
    public Optional<Understanding> read(String text, Kind kind, OwnAspects own, Rating rating, Deadline deadline) {
        Text whole = Text.of(text);
        deadline.lap(Stage.SPLIT);
        if (whole.sentences().isEmpty()) {
            return Optional.empty();
        }
        deadline.check();
        Sparse seen = features.of(whole);
        double[] words = voices.outlook(whole, seen, kind, () -> SecondLook.trees(coreNlp, text, deadline));
        List<Sentence> sentences = new ArrayList<>();
        List<Aspect> aspects = new ArrayList<>();
        for (Text sentence : whole.sentences()) {
            deadline.check();
            // The only sentence is the text, and must not be said to sound otherwise.
            Outlook its = Outlook.of(
                    whole.sentences().size() == 1 ? words : voices.outlook(sentence, features.of(sentence), kind));
            sentences.add(new Sentence(sentence.begin(), sentence.end(), its.score(), its.label(), null));
            deadline.lap(Stage.LINEAR);
            aspects(text, sentence, own, aspects);
            deadline.lap(Stage.ASPECTS);
        }
        List<Emotion> emotions = emotions(seen);
        deadline.lap(Stage.FEELINGS);
        OptionalDouble stars = Stars.of(rating);
        Outlook outlook = Outlook.of(stars.isPresent() ? Stars.join(words, stars.getAsDouble()) : words);
        return Optional.of(new Understanding(
                outlook.score(),
                outlook.label(),
                outlook.probabilities(),
                sentences,
                aspects,
                emotions,
                stars.isPresent()));
    }

    private List<Emotion> emotions(Sparse seen) {
        double[] scores = file.weights().get("feelings").scores(seen);
        List<Emotion> emotions = new ArrayList<>();
        for (Feeling feeling : Feeling.values()) {
            Logistic scaling = file.feelings().get(feeling.ordinal());
            double probability = scaling.probability(scores[feeling.ordinal()]);
            if (probability >= scaling.threshold()) {
                emotions.add(new Emotion(feeling.label(), probability));
            }
        }
        emotions.sort(Comparator.comparingDouble(Emotion::probability).reversed());
        return emotions;
    }

    private void aspects(String text, Text sentence, OwnAspects own, List<Aspect> aspects) {
        for (Found found : finder.in(text, sentence, own)) {
            if (aspects.size() == MOST_ASPECTS) {
                return;
            }
            // What is said of a thing without its name is as near to it as can be.
            int after = found.named() ? found.to() : found.from();
            Sparse seen = aspectFeatures.of(sentence, found.from(), after, AspectFeatures.NAMED);
            Outlook outlook = voices.ofAspect(seen);
            int begin = sentence.token(found.from()).begin();
            int end = sentence.token(found.to() - 1).end();
            aspects.add(new Aspect(
                    found.category(), text.substring(begin, end), begin, end, outlook.score(), outlook.label()));
        }
    }
}
