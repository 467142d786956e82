package io.rapport.sentiment.corenlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import edu.stanford.nlp.ling.CoreAnnotations.CharacterOffsetBeginAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.CharacterOffsetEndAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.SentencesAnnotation;
import edu.stanford.nlp.neural.rnn.RNNCoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.sentiment.SentimentCoreAnnotations.SentimentAnnotatedTree;
import edu.stanford.nlp.util.CoreMap;
import io.rapport.sentiment.reading.Sentence;
import java.util.List;
import java.util.Properties;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Agrees with CoreNLP 4.5.10 as its manual sets it up, dependency graphs and all, with the same parser model. */
class StockPipelineTest {
    private static StanfordCoreNLP stock;

    @BeforeAll
    static void load() {
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,pos,parse,sentiment");
        properties.setProperty("parse.model", "edu/stanford/nlp/models/srparser/englishSR.ser.gz");
        stock = new StanfordCoreNLP(properties);
    }

    @AfterAll
    static void release() {
        stock = null;
        StanfordCoreNLP.clearAnnotatorPool();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lovely bread, but the queue was endless.",
                "The staff were rude. I won't be back! Would you believe they charged me $4.50 for tap water?",
                "This is not a bad place at all; in fact it's one of the best bakeries in Dublin.",
                "ok",
                "Mr. O'Brien said \"the scones are to die for\" (and he was right). 10/10 would recommend...",
                "Opened at 9 a.m. on Dec. 19.\n\nClosed on Mondays\nParking at the back",
                "omg 😍😍 the croissants 🥐 are sooo good!!!!! #bakery @crumb http://crumb.example/menu",
                "<b>Great</b> value &amp; friendly service :-) … would’ve stayed longer — café was “full” though",
                "\u200bZero\u200bwidth\u200b spaces, a lone \uD83D surrogate and a \u0000 are only characters.",
                "it came late and it was cold and nobody said sorry and then they wanted a tip and I said no and they"
                        + " laughed and my son cried and the other guests looked away and we left and never came back"
            })
    void classesAndOffsetsAreThoseOfTheStockPipeline(String text) {
        Annotation annotation = new Annotation(text);
        stock.annotate(annotation);
        List<CoreMap> expected = annotation.get(SentencesAnnotation.class);

        List<Sentence> sentences = RealModel.read(text).sentences();

        assertThat(sentences).hasSameSizeAs(expected);
        for (int i = 0; i < sentences.size(); i++) {
            assertSame(sentences.get(i), expected.get(i));
        }
    }

    private static void assertSame(Sentence sentence, CoreMap expected) {
        assertThat(sentence.begin()).isEqualTo(expected.get(CharacterOffsetBeginAnnotation.class));
        assertThat(sentence.end()).isEqualTo(expected.get(CharacterOffsetEndAnnotation.class));
        SimpleMatrix classes = RNNCoreAnnotations.getPredictions(expected.get(SentimentAnnotatedTree.class));
        for (int i = 0; i < 5; i++) {
            assertThat(sentence.classes().get(i)).isCloseTo(classes.get(i), within(1e-6));
        }
    }
}
