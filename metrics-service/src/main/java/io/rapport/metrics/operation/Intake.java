package io.rapport.metrics.operation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Counts the facts that come in, for those who operate the service. */
@ApplicationScoped
public class Intake {
    private static final Duration[] DELAYS = {
        Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofHours(1)
    };

    private final MeterRegistry meters;

    Intake(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param kind event, identity, measurement or feedback */
    public void count(String kind, int stored, int duplicates) {
        count(kind, "stored", stored);
        count(kind, "duplicate", duplicates);
    }

    /** Facts that were set aside while others of their batch were stored. */
    public void rejected(String kind, int facts) {
        count(kind, "rejected", facts);
    }

    /**
     * How long after its acknowledgement a feedback came to be counted, or its score.
     *
     * @param stage said or scored
     */
    public void delay(String stage, Duration delay) {
        Timer.builder("rapport.metrics.feedback.delay")
                .tag("stage", stage)
                .serviceLevelObjectives(DELAYS)
                .register(meters)
                .record(delay.isNegative() ? Duration.ZERO : delay);
    }

    private void count(String kind, String outcome, int facts) {
        meters.counter("rapport.metrics.facts", "kind", kind, "outcome", outcome)
                .increment(facts);
    }
}
