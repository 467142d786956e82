package io.rapport.sentiment.serving;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.frame.problem.Problems;
import io.rapport.sentiment.corenlp.CoreNlp;
import io.rapport.sentiment.corenlp.CoreNlpModel;
import io.rapport.sentiment.language.Languages;
import io.rapport.sentiment.rapport.RapportModel;
import io.rapport.sentiment.reading.SentimentModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** The models, loaded in the background at the start so that the service can say meanwhile that it isn't ready. */
@ApplicationScoped
class ModelShelf {
    static final String DEFAULT = "default";
    static final String CORENLP = "corenlp";
    /** What a request may ask for. */
    static final List<String> NAMES = List.of(DEFAULT, CORENLP);

    private static final Logger LOG = Logger.getLogger(ModelShelf.class);

    private final Thread loader = new Thread(this::load, "models");
    private volatile Loaded loaded;
    private volatile boolean failed;

    private record Loaded(Languages languages, Map<String, SentimentModel> models) {}

    void start(@Observes StartupEvent event) {
        loader.setDaemon(true);
        loader.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loader.join(Duration.ofSeconds(1));
    }

    boolean ready() {
        return loaded != null;
    }

    boolean failed() {
        return failed;
    }

    /** @param name one of {@link #NAMES} */
    SentimentModel model(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("No model " + name);
        }
        return loadedOrUnavailable().models().get(name);
    }

    Languages languages() {
        return loadedOrUnavailable().languages();
    }

    private Loaded loadedOrUnavailable() {
        Loaded now = loaded;
        if (now == null) {
            throw Problems.unavailable("sentiment-service");
        }
        return now;
    }

    private void load() {
        long start = System.nanoTime();
        try {
            CoreNlp coreNlp = CoreNlp.load();
            loaded = new Loaded(
                    Languages.load(),
                    Map.of(DEFAULT, RapportModel.load(coreNlp), CORENLP, CoreNlpModel.tried(coreNlp)));
            LOG.infof("Models loaded in %.1f s", (System.nanoTime() - start) / 1e9);
        } catch (RuntimeException | Error failure) {
            failed = true;
            LOG.error("The models can't be loaded", failure);
        }
    }
}
