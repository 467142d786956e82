package io.rapport.sentiment.corenlp;

import io.rapport.sentiment.reading.Deadline;
import io.rapport.sentiment.reading.Understanding;
import java.time.Duration;
import java.util.Optional;

/** The real pipeline, loaded once for all the tests that need it. */
public final class RealModel {
    public static final CoreNlp CORE_NLP = CoreNlp.load();
    static final CoreNlpModel INSTANCE = new CoreNlpModel(CORE_NLP);

    private RealModel() {}

    static Understanding read(String text) {
        return readIfAny(text).orElseThrow();
    }

    static Optional<Understanding> readIfAny(String text) {
        return INSTANCE.read(text, Deadline.in(Duration.ofSeconds(60)));
    }
}
