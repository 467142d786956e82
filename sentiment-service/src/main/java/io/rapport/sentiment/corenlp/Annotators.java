package io.rapport.sentiment.corenlp;

import edu.stanford.nlp.ling.CoreAnnotations.SentencesAnnotation;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.Annotator;
import edu.stanford.nlp.pipeline.POSTaggerAnnotator;
import edu.stanford.nlp.pipeline.ParserAnnotator;
import edu.stanford.nlp.pipeline.SentimentAnnotator;
import edu.stanford.nlp.pipeline.TokenizerAnnotator;
import edu.stanford.nlp.util.CoreMap;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import java.util.List;
import java.util.Properties;

/** The annotators of CoreNLP's sentiment pipeline, one by one, so that a document can be given up between sentences. */
final class Annotators {
    private final Annotator tokenizer;
    private final List<Annotator> ofSentence;

    private Annotators(Annotator tokenizer, List<Annotator> ofSentence) {
        this.tokenizer = tokenizer;
        this.ofSentence = ofSentence;
    }

    /** Loads the models from the class path: some 6 s and 650 MB of heap. */
    static Annotators load() {
        // CoreNLP's own log quotes the texts that give it trouble.
        RedwoodConfiguration.current().clear().apply();
        Properties properties = properties();
        return new Annotators(
                new TokenizerAnnotator(false, properties),
                List.of(
                        new POSTaggerAnnotator("pos", properties),
                        new ParserAnnotator("parse", properties),
                        new SentimentAnnotator("sentiment", properties)));
    }

    List<CoreMap> sentences(String text) {
        Annotation annotation = new Annotation(text);
        tokenizer.annotate(annotation);
        return annotation.get(SentencesAnnotation.class);
    }

    /** Tags, parses and judges one sentence, in place. */
    void annotate(CoreMap sentence) {
        Annotation annotation = new Annotation(List.of(sentence));
        ofSentence.forEach(annotator -> annotator.annotate(annotation));
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("tokenize.options", "invertible,untokenizable=noneDelete");
        properties.setProperty("parse.model", "edu/stanford/nlp/models/srparser/englishSR.ser.gz");
        properties.setProperty("parse.binaryTrees", "true");
        // Sentiment never reads the dependency graphs, which take most of the parser's time.
        properties.setProperty("parse.buildgraphs", "false");
        return properties;
    }
}
