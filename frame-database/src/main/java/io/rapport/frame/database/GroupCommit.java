package io.rapport.frame.database;

import io.rapport.frame.problem.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Stores what many requests bring with one commit, because a commit costs the same for one and for a thousand. The queue is
 * bounded: when it is full, requests are turned away at once.
 *
 * @param <T> what a request brings
 * @param <R> what came of it
 */
public final class GroupCommit<T, R> {
    private static final Duration CALM = Duration.ofMillis(20);
    private static final Duration PRESSED = Duration.ofSeconds(1);

    private final BlockingQueue<Request<T, R>> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger queued = new AtomicInteger();
    private final Semaphore helpWanted = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private final Limits limits;
    private final ToIntFunction<T> size;
    private final Function<List<T>, List<R>> store;
    private volatile long came = System.nanoTime() - CALM.toNanos();
    private volatile long filled = System.nanoTime() - PRESSED.toNanos();
    private volatile boolean stopping;

    /**
     * @param size of what a request brings, in the unit of the limits
     * @param store stores all of them in one transaction, or none, and says of each what came of it
     */
    public GroupCommit(Limits limits, ToIntFunction<T> size, Function<List<T>, List<R>> store) {
        this.limits = limits;
        this.size = size;
        this.store = store;
    }

    /**
     * @param waiting how much may wait before a request is turned away
     * @param commit how much one commit takes at most; what one request brings is never parted
     * @param full what a request that is turned away is told
     * @param retryAfter when it may come again
     */
    public record Limits(int waiting, int commit, String full, Duration retryAfter) {}

    private record Request<T, R>(T brought, int size, CompletableFuture<R> outcome) {}

    /** Completed when it is durable, or can't be. */
    public CompletionStage<R> submit(T brought) {
        Request<T, R> request = new Request<>(brought, size.applyAsInt(brought), new CompletableFuture<>());
        if (waiting.addAndGet(request.size()) > limits.waiting()) {
            waiting.addAndGet(-request.size());
            throw Problems.overloaded(limits.full(), limits.retryAfter());
        }
        came = System.nanoTime();
        queue.add(request);
        if (queued.addAndGet(request.size()) * 2 >= limits.commit()) {
            filled = System.nanoTime();
            if (helpWanted.availablePermits() == 0) {
                helpWanted.release();
            }
        }
        return request.outcome().whenComplete((stored, failure) -> waiting.addAndGet(-request.size()));
    }

    /** For work that can wait while requests can't: returns when none has come for a moment, or after that long. */
    public void giveWay(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        long calm = came + CALM.toNanos();
        long now = System.nanoTime();
        while (now < Math.min(end, calm)) {
            TimeUnit.NANOSECONDS.sleep(Math.min(end, calm) - now);
            calm = came + CALM.toNanos();
            now = System.nanoTime();
        }
    }

    /** Whether it was just now that half of what a commit takes, or more, was waiting for one. */
    public boolean isPressed() {
        return System.nanoTime() - filled < PRESSED.toNanos();
    }

    /** How much waits to be durable. */
    public int waiting() {
        return waiting.get();
    }

    /** @param writers the first writes whatever comes; others help it when half of what a commit takes is waiting */
    public void start(String name, int writers) {
        for (int i = 1; i <= writers; i++) {
            Runnable work = i == 1 ? this::write : this::help;
            threads.add(Thread.ofPlatform().name(name + "-" + i).daemon().start(work));
        }
    }

    /** What waits is still written: those who wait for it are still there. */
    public void stop() throws InterruptedException {
        stopping = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void write() {
        while (!stopping || !queue.isEmpty()) {
            storeSome();
        }
    }

    private void help() {
        while (!stopping) {
            if (isHelpWanted()) {
                storeSome();
            }
        }
    }

    private void storeSome() {
        List<Request<T, R>> group = take();
        if (!group.isEmpty()) {
            store(group);
        }
    }

    /** One that can't be stored fails alone. */
    private void store(List<Request<T, R>> group) {
        try {
            List<R> outcomes = store.apply(group.stream().map(Request::brought).toList());
            for (int i = 0; i < outcomes.size(); i++) {
                group.get(i).outcome().complete(outcomes.get(i));
            }
        } catch (RuntimeException failure) {
            boolean hopeless = DatabaseFailure.isOutage(failure) && !DatabaseFailure.isCollision(failure);
            if (group.size() == 1 || hopeless) {
                fail(group, failure);
            } else {
                group.forEach(request -> store(List.of(request)));
            }
        } catch (Error failure) {
            // Such as too little memory for this group: those who wait are told, and the next group may be smaller.
            fail(group, failure);
        }
    }

    private static <T, R> void fail(List<Request<T, R>> group, Throwable failure) {
        group.forEach(request -> request.outcome().completeExceptionally(failure));
    }

    /** All that waits, up to the size of a commit; empty where nothing came for a while. One takes at a time. */
    private synchronized List<Request<T, R>> take() {
        List<Request<T, R>> group = new ArrayList<>();
        int together = 0;
        Request<T, R> next = first();
        while (next != null) {
            group.add(next);
            together += next.size();
            Request<T, R> following = queue.peek();
            boolean fits = following != null && together + following.size() <= limits.commit();
            next = fits ? queue.poll() : null;
        }
        queued.addAndGet(-together);
        return group;
    }

    private Request<T, R> first() {
        try {
            return queue.poll(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException nobodyInterruptsWriters) {
            throw new IllegalStateException(nobodyInterruptsWriters);
        }
    }

    private boolean isHelpWanted() {
        try {
            return helpWanted.tryAcquire(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException nobodyInterruptsWriters) {
            throw new IllegalStateException(nobodyInterruptsWriters);
        }
    }
}
