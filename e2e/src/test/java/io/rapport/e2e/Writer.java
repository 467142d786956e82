package io.rapport.e2e;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalTime;
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
    private final IntFunction<HttpRequest.Builder> requests;
    private final Duration pause;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger again = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> unexpected = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> turnedAway = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> broken = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean ending;

    /** @param facts the n-th fact */
    Writer(Client client, String path, Duration pause, IntFunction<Object> facts) {
        this(client, pause, n -> client.request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(facts.apply(n)))));
    }

    /** @param requests what sends the n-th fact; asked anew for each time that it is sent */
    Writer(Client client, Duration pause, IntFunction<HttpRequest.Builder> requests) {
        this.client = client;
        this.requests = requests;
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

    /** Told to come back: when, and why. */
    List<String> turnedAway() {
        return List.copyOf(turnedAway);
    }

    /** Cut off without an answer: when, and how. */
    List<String> broken() {
        return List.copyOf(broken);
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
                while (!isAcknowledged(acknowledged.get())) {
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

    private boolean isAcknowledged(int n) {
        try {
            Answer answer = client.trySend(requests.apply(n).timeout(PATIENCE));
            note(answer);
            return answer.acknowledged();
        } catch (IOException cutOff) {
            broken.add(LocalTime.now() + " " + cutOff);
            return false;
        }
    }

    private void note(Answer answer) {
        String what = LocalTime.now() + " " + answer.status() + " " + answer.retryAfter() + " " + answer.text();
        boolean mayComeBack = answer.status() == 503
                && answer.retryAfter().isPresent()
                && answer.contentType().startsWith("application/problem+json");
        if (mayComeBack) {
            turnedAway.add(what);
        } else if (!answer.acknowledged()) {
            unexpected.add(what);
        }
    }
}
