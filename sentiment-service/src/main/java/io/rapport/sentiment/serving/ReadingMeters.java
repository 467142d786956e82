package io.rapport.sentiment.serving;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.rapport.sentiment.reading.Document;
import io.rapport.sentiment.reading.Reading;
import io.rapport.sentiment.reading.Reason;
import io.rapport.sentiment.reading.Stage;
import io.rapport.sentiment.reading.Stopwatch;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures on reading. All are there from the start, so that nothing is looked up while texts are read. */
final class ReadingMeters {
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(200),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(20)
    };
    private static final String READ = "read";
    private static final Stage[] STAGES = Stage.values();

    private final Map<String, Timer> documents;
    private final Map<String, List<Timer>> stages;
    private final Timer waiting;
    private final Counter characters;
    private final Counter truncated;
    private final DistributionSummary batches;
    private final Counter refused;
    private final Counter abandoned;

    ReadingMeters(MeterRegistry meters) {
        this.documents = Stream.concat(
                        Stream.of(READ), Arrays.stream(Reason.values()).map(ReadingMeters::name))
                .collect(Collectors.toMap(Function.identity(), outcome -> Timer.builder("rapport.sentiment.documents")
                        .tag("outcome", outcome)
                        .serviceLevelObjectives(BOUNDS)
                        .register(meters)));
        this.stages = ModelShelf.NAMES.stream()
                .collect(Collectors.toMap(Function.identity(), model -> Arrays.stream(STAGES)
                        .map(stage -> meters.timer("rapport.sentiment.stage", "stage", name(stage), "model", model))
                        .toList()));
        this.waiting = meters.timer("rapport.sentiment.waiting");
        this.characters = meters.counter("rapport.sentiment.characters");
        this.truncated = meters.counter("rapport.sentiment.truncated");
        this.batches = meters.summary("rapport.sentiment.batches");
        this.refused = meters.counter("rapport.sentiment.batches.unread", "reason", "full");
        this.abandoned = meters.counter("rapport.sentiment.batches.unread", "reason", "abandoned");
    }

    /** A document was taken from the queue. */
    void waited(long nanos) {
        waiting.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** A document was read, or not, in so much time. */
    void read(Document document, Reading reading, String model, Stopwatch stopwatch, long nanos) {
        documents.get(reading.reason() == null ? READ : name(reading.reason())).record(nanos, TimeUnit.NANOSECONDS);
        List<Timer> timers = stages.get(model);
        for (Stage stage : STAGES) {
            if (stopwatch.nanos(stage) > 0) {
                timers.get(stage.ordinal()).record(stopwatch.nanos(stage), TimeUnit.NANOSECONDS);
            }
        }
        characters.increment(document.text() == null ? 0 : document.text().length());
        if (reading.truncated()) {
            truncated.increment();
        }
    }

    /** A request was answered. */
    void answered(int size) {
        batches.record(size);
    }

    /** A request was turned away, as the queue is full. */
    void refused() {
        refused.increment();
    }

    /** The client of a request went away. */
    void abandoned() {
        abandoned.increment();
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
