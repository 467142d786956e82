package io.rapport.metrics.event;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.rapport.frame.database.GroupCommit;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Writes the events of many requests with one commit. */
@Startup
@ApplicationScoped
public class EventQueue {
    private final GroupCommit<Submission, EventStore.Stored> commits;
    private final EventConfig config;
    private final EventStore store;
    private final DistributionSummary sizes;

    EventQueue(EventConfig config, EventStore store, MeterRegistry meters) {
        this.config = config;
        this.store = store;
        this.sizes = meters.summary("rapport.metrics.events.commit.size");
        this.commits = new GroupCommit<>(
                new GroupCommit.Limits(
                        config.queue(),
                        config.commit(),
                        "Too many events are waiting to be written.",
                        config.retryAfter()),
                Submission::size,
                this::write);
        meters.gauge("rapport.metrics.events.queue", commits, GroupCommit::waiting);
    }

    /** Stores the events that are new, all of them or none; completed when they are durable. */
    CompletionStage<EventStore.Stored> store(String business, List<Event> batch, Provenance provenance) {
        return commits.submit(new Submission(business, List.copyOf(batch), provenance));
    }

    /** Whether events come faster than they can be stored. */
    public boolean isPressed() {
        return commits.isPressed();
    }

    @PostConstruct
    void start() {
        commits.start("rapport-events", config.writers());
    }

    @PreDestroy
    void stop() throws InterruptedException {
        commits.stop();
    }

    private List<EventStore.Stored> write(List<Submission> group) {
        sizes.record(group.stream().mapToInt(Submission::size).sum());
        return store.store(group);
    }
}
