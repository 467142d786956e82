package io.rapport.feedback.connection;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs errands to the outside side by side, so that one slow source doesn't keep the others waiting for long. */
final class Errand {
    static final int AT_ONCE = 8;

    private Errand() {}

    static void all(List<Runnable> errands) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> running =
                    errands.stream().map(threads::submit).toList();
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException ours
                    ? ours
                    : new IllegalStateException(failure.getCause());
        }
    }
}
