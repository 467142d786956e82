package io.rapport.sentiment.corenlp;

import edu.stanford.nlp.ling.CoreAnnotations.SentencesAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.TokenizerAnnotator;
import edu.stanford.nlp.util.CoreMap;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import io.rapport.sentiment.reading.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** CoreNLP's own tokenizer and sentence splitter. */
final class Tokens {
    private final TokenizerAnnotator tokenizer;

    Tokens() {
        // CoreNLP's own log quotes the texts that give it trouble.
        RedwoodConfiguration.current().clear().apply();
        Properties properties = new Properties();
        properties.setProperty("tokenize.options", "invertible,untokenizable=noneDelete");
        this.tokenizer = new TokenizerAnnotator(false, properties);
    }

    List<TokenSentence> sentences(String text, Deadline deadline) {
        List<TokenSentence> sentences = new ArrayList<>();
        for (TextWindow window : TextWindow.of(text)) {
            deadline.check();
            Annotation annotation = new Annotation(window.in(text));
            tokenizer.annotate(annotation);
            for (CoreMap sentence : annotation.get(SentencesAnnotation.class)) {
                sentences.addAll(Pieces.of(tokens(sentence, window.begin())));
            }
        }
        return sentences;
    }

    private static List<Token> tokens(CoreMap sentence, int offset) {
        List<CoreLabel> labels = sentence.get(TokensAnnotation.class);
        List<Token> tokens = new ArrayList<>(labels.size());
        for (CoreLabel label : labels) {
            tokens.add(new Token(label.word(), offset + label.beginPosition(), offset + label.endPosition()));
        }
        return tokens;
    }
}
