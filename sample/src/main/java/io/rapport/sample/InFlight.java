package io.rapport.sample;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Does the same for many things, a few at a time. */
final class InFlight {
    private final int limit;

    InFlight(int limit) {
        this.limit = limit;
    }

    /** Returns when all are done. The first failure is thrown, and nothing new is begun after it. */
    <T> void each(List<T> items, Consumer<T> action) {
        Semaphore free = new Semaphore(limit);
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (T item : items) {
                free.acquireUninterruptibly();
                if (failure.get() != null) {
                    break;
                }
                threads.execute(() -> run(item, action, free, failure));
            }
        }
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    private static <T> void run(T item, Consumer<T> action, Semaphore free, AtomicReference<RuntimeException> failure) {
        try {
            action.accept(item);
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            free.release();
        }
    }
}
