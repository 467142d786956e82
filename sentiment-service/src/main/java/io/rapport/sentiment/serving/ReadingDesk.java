package io.rapport.sentiment.serving;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.rapport.frame.problem.Problems;
import io.rapport.sentiment.reading.Document;
import io.rapport.sentiment.reading.DocumentReader;
import io.rapport.sentiment.reading.Reading;
import io.rapport.sentiment.reading.SentimentModel;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Has the documents of a request read by the workers, and counts and times them. */
@Startup
@ApplicationScoped
class ReadingDesk {
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(200),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(20)
    };

    private final SentimentConfig config;
    private final ModelShelf shelf;
    private final MeterRegistry meters;
    private final Workers workers;

    ReadingDesk(SentimentConfig config, ModelShelf shelf, MeterRegistry meters) {
        this.config = config;
        this.shelf = shelf;
        this.meters = meters;
        int processors = Runtime.getRuntime().availableProcessors();
        this.workers = new Workers(Math.max(1, config.threads().orElse(processors)), config.queue());
        meters.gauge("rapport.sentiment.queue", workers, Workers::busy);
    }

    /** @param wanted whether the client is still there */
    List<Reading> read(SentimentRequest request, BooleanSupplier wanted) {
        SentimentModel model = shelf.model(request.model());
        DocumentReader reader = new DocumentReader(shelf.languages(), config.characters(), config.timeLimit());
        try {
            return workers.read(request.documents(), document -> timed(document, reader, model), wanted)
                    .orElseThrow(this::full);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Problems.unavailable("sentiment-service");
        } catch (CancellationException nobodyReadsTheAnswer) {
            return List.of();
        }
    }

    @PreDestroy
    void close() {
        workers.close();
    }

    private Reading timed(Document document, DocumentReader reader, SentimentModel model) {
        Timer.Sample sample = Timer.start(meters);
        Reading reading = reader.read(document, model);
        sample.stop(Timer.builder("rapport.sentiment.documents")
                .tag("outcome", outcome(reading))
                .serviceLevelObjectives(BOUNDS)
                .register(meters));
        return reading;
    }

    private static String outcome(Reading reading) {
        return reading.reason() == null ? "read" : reading.reason().name().toLowerCase(Locale.ROOT);
    }

    private RuntimeException full() {
        return Problems.overloaded("Too many documents are waiting to be read.", config.retryAfter());
    }
}
