package io.rapport.feedback.scoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.feedback.business.AspectsChanged;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.database.Pace;
import io.rapport.frame.database.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Has texts read anew whose reading is of an old model, or that are to be searched for other aspects: behind new texts in the
 * queue, the newest first, and of old readings no more than a few at a time and none while new texts wait.
 */
@ApplicationScoped
class Rescoring {
    private static final Logger LOG = Logger.getLogger(Rescoring.class);
    private static final int MOST_MODELS = 100;

    private final OldReadings readings;
    private final CurrentModel model;
    private final RescoringConfig config;
    private final BusinessScope scope;
    private final Worker worker;
    private volatile boolean underWay;
    private volatile long left;
    private Long countedAt;

    Rescoring(
            OldReadings readings,
            CurrentModel model,
            RescoringConfig config,
            ScoringConfig scoring,
            BusinessScope scope,
            MeterRegistry meters) {
        this.readings = readings;
        this.model = model;
        this.config = config;
        this.scope = scope;
        this.worker = new Worker("rescoring", config.look(), scoring.longestPause(), this::round);
        Gauge.builder("rapport.feedback.rescoring.left", this, rescoring -> rescoring.left)
                .description("Texts whose reading is of an old model")
                .register(meters);
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            worker.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    void read(@Observes(during = TransactionPhase.AFTER_SUCCESS) TextsRead read) {
        if (underWay) {
            worker.wake();
        }
    }

    /** In the transaction that changes them. */
    void aspectsChanged(@Observes AspectsChanged changed) {
        int again = readings.enqueueAll(changed.business(), config.ownAspects());
        LOG.infof("%s wants to hear about other things: %d texts are read anew", changed.business(), again);
    }

    private Pace round() {
        Optional<String> current = model.name();
        Set<String> businesses = current.map(readings::businesses).orElse(Set.of());
        note(!businesses.isEmpty(), current);
        if (businesses.isEmpty()) {
            left = 0;
            return Pace.IDLE;
        }
        scope.run(businesses, () -> QuarkusTransaction.requiringNew()
                .run(() -> sweep(current.orElseThrow(), businesses)));
        return Pace.IDLE;
    }

    private void sweep(String current, Set<String> businesses) {
        count(current, businesses);
        int room = room();
        if (room == 0) {
            return;
        }
        List<OldReadings.Made> old = readings.claim(current, businesses, MOST_MODELS);
        for (OldReadings.Made made : old) {
            int found = readings.enqueue(made, room);
            room -= found;
            if (found == 0) {
                readings.forget(made);
            }
            if (room == 0) {
                return;
            }
        }
    }

    /** How many more old texts may wait now. */
    private int room() {
        OldReadings.Waiting waiting = readings.waiting(config.batch());
        return waiting.anyNew() || waiting.old() > config.batch() / 2 ? 0 : config.batch() - waiting.old();
    }

    /** Seldom, since it looks at each of them. */
    private void count(String current, Set<String> businesses) {
        long now = System.nanoTime();
        if (countedAt == null || now - countedAt >= config.look().toNanos()) {
            countedAt = now;
            left = readings.left(businesses, current);
        }
    }

    private void note(boolean found, Optional<String> current) {
        if (found != underWay) {
            LOG.infof(
                    found ? "Readings of models before %s are made anew" : "No reading is left of a model before %s",
                    current.orElse("the present one"));
        }
        underWay = found;
    }
}
