package io.rapport.e2e;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * A client as they should be: sends fact after fact, each with its own id, and sends one again that was not acknowledged.
 * Remembers every answer that it should not have got.
 */
final class Writer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final Client client;
    private final String path;
    private final IntFunction<Object> facts;
    private final Duration pause;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger again = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> unexpected = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean ending;

    /** @param facts the n-th fact */
    Writer(Client client, String path, Duration pause, IntFunction<Object> facts) {
        this.client = client;
        this.path = path;
        this.facts = facts;
        this.pause = pause;
        this.thread = Thread.ofVirtual().start(this::write);
    }

    /** How many facts, from the first on, were acknowledged. */
    int acknowledged() {
        return acknowledged.get();
    }

    /** How often one was sent again. */
    int again() {
        return again.get();
    }

    /** Neither acknowledged, nor told to come back, nor cut off. */
    List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    /** Ends it when what it has in hand is acknowledged. */
    @Override
    public void close() throws InterruptedException {
        ending = true;
        thread.join(PATIENCE.multipliedBy(3));
    }

    private void write() {
        try {
            while (!ending) {
                String body = Json.write(facts.apply(acknowledged.get()));
                while (!isAcknowledged(body)) {
                    again.incrementAndGet();
                    Thread.sleep(50);
                }
                acknowledged.incrementAndGet();
                Thread.sleep(pause);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isAcknowledged(String body) {
        try {
            Answer answer = client.trySend(client.request(path)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body)));
            note(answer);
            return answer.acknowledged();
        } catch (IOException broken) {
            return false;
        }
    }

    private void note(Answer answer) {
        boolean mayComeBack = answer.status() == 503 && answer.retryAfter().isPresent();
        if (!answer.acknowledged() && !mayComeBack) {
            unexpected.add(answer.status() + " " + answer.retryAfter() + " " + answer.text());
        }
    }
}
