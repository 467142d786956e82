package io.rapport.sentiment.corenlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import edu.stanford.nlp.ling.CoreAnnotations.CharacterOffsetBeginAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.CharacterOffsetEndAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.SentencesAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.neural.rnn.RNNCoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.sentiment.SentimentCoreAnnotations.SentimentAnnotatedTree;
import edu.stanford.nlp.trees.Tree;
import edu.stanford.nlp.util.CoreMap;
import io.rapport.sentiment.reading.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.ejml.simple.SimpleMatrix;

/**
 * CoreNLP 4.5.10 as its manual sets it up, with the same parser model. Without the dependency graphs, which take most of the time
 * and which sentiment doesn't read.
 */
final class StockPipeline {
    private static final StanfordCoreNLP STOCK = load();

    private StockPipeline() {}

    private static StanfordCoreNLP load() {
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,pos,parse,sentiment");
        properties.setProperty("parse.model", "edu/stanford/nlp/models/srparser/englishSR.ser.gz");
        properties.setProperty("parse.buildgraphs", "false");
        return new StanfordCoreNLP(properties);
    }

    /** Sentences, their places, tags and all phrases' classes are the library's own; returns how many sentences there were. */
    static int assertSame(String text) {
        Annotation annotation = new Annotation(text);
        STOCK.annotate(annotation);
        List<CoreMap> expected = annotation.get(SentencesAnnotation.class);

        List<TokenSentence> sentences = RealModel.CORE_NLP.sentences(text, Deadline.in(Duration.ofMinutes(1)));

        assertThat(sentences).hasSameSizeAs(expected);
        for (int i = 0; i < sentences.size(); i++) {
            assertSame(sentences.get(i), expected.get(i));
        }
        return sentences.size();
    }

    private static void assertSame(TokenSentence sentence, CoreMap expected) {
        assertThat(sentence.begin()).isEqualTo(expected.get(CharacterOffsetBeginAnnotation.class));
        assertThat(sentence.end()).isEqualTo(expected.get(CharacterOffsetEndAnnotation.class));
        List<String> tags = RealModel.CORE_NLP.tags(sentence);
        assertThat(tags)
                .as(() -> sentence.words().toString())
                .isEqualTo(expected.get(TokensAnnotation.class).stream()
                        .map(CoreLabel::tag)
                        .toList());
        List<JudgedPhrase> phrases = RealModel.CORE_NLP.phrases(sentence, tags);
        List<JudgedPhrase> expectedPhrases = new ArrayList<>();
        addPhrases(expected.get(SentimentAnnotatedTree.class), 0, expectedPhrases);
        assertThat(phrases).as(() -> sentence.words().toString()).hasSameSizeAs(expectedPhrases);
        for (int i = 0; i < phrases.size(); i++) {
            assertSame(phrases.get(i), expectedPhrases.get(i), sentence.words());
        }
        assertThat(RealModel.CORE_NLP.classes(sentence, Deadline.in(Duration.ofMinutes(1))))
                .isEqualTo(phrases.getFirst().classes());
    }

    private static void assertSame(JudgedPhrase phrase, JudgedPhrase expected, List<String> words) {
        assertThat(phrase.begin()).as(words::toString).isEqualTo(expected.begin());
        assertThat(phrase.end()).as(words::toString).isEqualTo(expected.end());
        for (int i = 0; i < 5; i++) {
            assertThat(phrase.classes().get(i))
                    .as(words::toString)
                    .isCloseTo(expected.classes().get(i), within(1e-6));
        }
    }

    private static int addPhrases(Tree tree, int begin, List<JudgedPhrase> phrases) {
        int place = phrases.size();
        phrases.add(null);
        int end = begin;
        if (tree.isPreTerminal()) {
            end++;
        } else {
            for (Tree part : tree.children()) {
                end = addPhrases(part, end, phrases);
            }
        }
        phrases.set(place, new JudgedPhrase(begin, end, classes(tree)));
        return end;
    }

    private static List<Double> classes(Tree tree) {
        SimpleMatrix classes = RNNCoreAnnotations.getPredictions(tree);
        return List.of(classes.get(0), classes.get(1), classes.get(2), classes.get(3), classes.get(4));
    }
}
