package io.rapport.sentiment.serving;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.rapport.frame.problem.Problems;
import io.rapport.sentiment.reading.Document;
import io.rapport.sentiment.reading.DocumentReader;
import io.rapport.sentiment.reading.Reading;
import io.rapport.sentiment.reading.SentimentModel;
import io.rapport.sentiment.reading.Stopwatch;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Has the documents of a request read by the workers, and counts and times them. */
@Startup
@ApplicationScoped
class ReadingDesk {
    private final SentimentConfig config;
    private final ModelShelf shelf;
    private final ReadingMeters meters;
    private final Workers workers;

    ReadingDesk(SentimentConfig config, ModelShelf shelf, MeterRegistry meters) {
        this.config = config;
        this.shelf = shelf;
        this.meters = new ReadingMeters(meters);
        int processors = Runtime.getRuntime().availableProcessors();
        this.workers = new Workers(Math.max(1, config.threads().orElse(processors)), config.queue());
        meters.gauge("rapport.sentiment.queue", workers, Workers::busy);
    }

    /** @param wanted whether the client is still there */
    List<Reading> read(SentimentRequest request, BooleanSupplier wanted) {
        SentimentModel model = shelf.model(request.model());
        DocumentReader reader =
                new DocumentReader(shelf.languages(), config.characters(), config.timeLimit(), config.clockLimit());
        long asked = System.nanoTime();
        Function<Document, Reading> timed = document -> {
            long begin = System.nanoTime();
            meters.waited(begin - asked);
            Stopwatch stopwatch = new Stopwatch();
            Reading reading = reader.read(document, model, stopwatch);
            meters.read(document, reading, request.model(), stopwatch, System.nanoTime() - begin);
            return reading;
        };
        try {
            List<Reading> readings =
                    workers.read(request.documents(), timed, wanted).orElseThrow(this::full);
            meters.answered(readings.size());
            return readings;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Problems.unavailable("sentiment-service");
        } catch (CancellationException nobodyReadsTheAnswer) {
            meters.abandoned();
            return List.of();
        }
    }

    @PreDestroy
    void close() {
        workers.close();
    }

    private RuntimeException full() {
        meters.refused();
        return Problems.overloaded("Too many documents are waiting to be read.", config.retryAfter());
    }
}
