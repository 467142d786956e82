package io.rapport.metrics.event;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.rapport.frame.problem.Problems;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes the events of many requests with one commit, because a commit costs the same for one event and for a thousand. The queue is bounded: when it is full, requests are turned away at once.
 */
@Startup
@ApplicationScoped
class EventQueue {
    private final BlockingQueue<Submission> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger events = new AtomicInteger();
    private final List<Thread> writers = new ArrayList<>();
    private final EventConfig config;
    private final EventStore store;
    private final DistributionSummary commits;
    private volatile boolean stopping;

    EventQueue(EventConfig config, EventStore store, MeterRegistry meters) {
        this.config = config;
        this.store = store;
        this.commits = meters.summary("rapport.metrics.events.commit.size");
        meters.gauge("rapport.metrics.events.queue", events, AtomicInteger::get);
    }

    /** Stores the events that are new, all of them or none; completed when they are durable. */
    CompletionStage<EventStore.Stored> store(String business, List<Event> batch, Provenance provenance) {
        Submission submission = Submission.of(business, batch, provenance);
        if (events.addAndGet(submission.size()) > config.queue()) {
            events.addAndGet(-submission.size());
            throw Problems.overloaded("Too many events are waiting to be written.", config.retryAfter());
        }
        waiting.add(submission);
        return submission.outcome().whenComplete((stored, failure) -> events.addAndGet(-submission.size()));
    }

    @PostConstruct
    void start() {
        for (int i = 1; i <= config.writers(); i++) {
            writers.add(Thread.ofPlatform().name("rapport-events-" + i).daemon().start(this::write));
        }
    }

    /** What waits is still written: those who wait for it are still there. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        for (Thread writer : writers) {
            writer.join();
        }
    }

    private void write() {
        while (!stopping || !waiting.isEmpty()) {
            List<Submission> group = take();
            if (!group.isEmpty()) {
                commits.record(group.stream().mapToInt(Submission::size).sum());
                store.store(group);
            }
        }
    }

    /** All that waits, up to the size of a commit; empty where nothing came for a while. */
    private List<Submission> take() {
        List<Submission> group = new ArrayList<>();
        int size = 0;
        Submission next = first();
        while (next != null) {
            group.add(next);
            size += next.size();
            Submission following = waiting.peek();
            boolean fits = following != null && size + following.size() <= config.commit();
            next = fits ? waiting.poll() : null;
        }
        return group;
    }

    private Submission first() {
        try {
            return waiting.poll(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException nobodyInterruptsWriters) {
            throw new IllegalStateException(nobodyInterruptsWriters);
        }
    }
}
