package io.rapport.launcher.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A process that is kept alive: whenever it ends without having been told to, it is started again. */
public final class Supervised {
    private static final int SIGNAL_BASE = 128;

    private final String name;
    private final Starter starter;
    private final Stopper stopper;
    private final Listener listener;
    private final Backoff backoff = new Backoff();
    private final CountDownLatch stopping = new CountDownLatch(1);
    /** Read without the lock, as the listener asks for it while it holds its own. */
    private volatile Process process;

    private volatile int restarts;

    /** Starts the process once. */
    @FunctionalInterface
    public interface Starter {
        Process start() throws IOException;
    }

    /** Ends the process in its own way, and returns when it is gone. */
    @FunctionalInterface
    public interface Stopper {
        void stop(ProcessHandle process) throws IOException, InterruptedException;
    }

    /** Hears what happens to it. */
    public interface Listener {
        void started(Supervised process);

        void died(Supervised process, String how, Duration wait);
    }

    public Supervised(String name, Starter starter, Stopper stopper, Listener listener) {
        this.name = name;
        this.starter = starter;
        this.stopper = stopper;
        this.listener = listener;
    }

    public String name() {
        return name;
    }

    public int restarts() {
        return restarts;
    }

    /** The process that runs now, if one does. */
    public Optional<ProcessHandle> handle() {
        return Optional.ofNullable(process).filter(Process::isAlive).map(Process::toHandle);
    }

    /** Starts it for the first time; fails at once if that can't be done at all. */
    public synchronized void start() throws IOException {
        if (isStopping()) {
            return;
        }
        process = starter.start();
        listener.started(this);
        Process first = process;
        Thread.ofPlatform().name("watch-" + name).daemon().start(() -> keepAlive(first));
    }

    private void keepAlive(Process first) {
        try {
            Process current = first;
            while (!isStopping()) {
                current = nextLife(current);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Process nextLife(Process current) throws InterruptedException {
        long began = System.nanoTime();
        String how = "couldn't be started";
        if (current != null) {
            how = describe(current.waitFor());
        }
        if (isStopping()) {
            return null;
        }
        Duration wait = backoff.afterDeath(Duration.ofNanos(System.nanoTime() - began));
        listener.died(this, how, wait);
        return stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS) ? null : startAgain();
    }

    private synchronized Process startAgain() {
        if (isStopping()) {
            return null;
        }
        restarts = restarts + 1;
        try {
            process = starter.start();
            listener.started(this);
            return process;
        } catch (IOException notNow) {
            return null;
        }
    }

    static String describe(int exitCode) {
        return exitCode > SIGNAL_BASE
                ? "was killed by signal " + (exitCode - SIGNAL_BASE)
                : "ended with exit code " + exitCode;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Ends it for good. */
    public void stop() throws IOException, InterruptedException {
        stopping.countDown();
        Optional<ProcessHandle> last = lastStarted();
        if (last.isPresent()) {
            stopper.stop(last.get());
        }
    }

    /** Waits for a start that is under way, after which there are no more. */
    private synchronized Optional<ProcessHandle> lastStarted() {
        return handle();
    }
}
