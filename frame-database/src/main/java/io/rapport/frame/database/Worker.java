package io.rapport.frame.database;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * A thread that works a queue off in rounds. It is woken when something was put into the queue in this process, and looks by
 * itself every {@code poll} for what others have put there.
 */
public final class Worker {
    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final String name;
    private final Duration poll;
    private final Duration longestPause;
    private final Supplier<Pace> round;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean stopping;
    private Thread thread;
    private Duration pause = FIRST_PAUSE;

    /** @param longestPause the most that it waits between two tries while whom it works with is away */
    public Worker(String name, Duration poll, Duration longestPause, Supplier<Pace> round) {
        this.name = name;
        this.poll = poll;
        this.longestPause = longestPause;
        this.round = round;
    }

    public void start() {
        thread = Thread.ofPlatform().name("rapport-" + name).daemon().start(this::work);
    }

    public void wake() {
        woken.release();
    }

    /** Lets the round under way end, for as long as that takes within reason. */
    public void stop() {
        stopping = true;
        wake();
        try {
            if (thread != null && !thread.join(Duration.ofSeconds(5))) {
                thread.interrupt();
                thread.join(Duration.ofSeconds(2));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (!stopping) {
            try {
                rest(attempt());
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    private Pace attempt() {
        try {
            return round.get();
        } catch (RuntimeException failure) {
            if (stopping) {
                return Pace.IDLE;
            }
            if (DatabaseFailure.isOutage(failure)) {
                LOG.warnf("%s: the database does not answer", name);
            } else {
                LOG.errorf(failure, "%s: the round failed and will be tried again", name);
            }
            return Pace.AWAY;
        }
    }

    private void rest(Pace pace) throws InterruptedException {
        switch (pace) {
            case MORE -> pause = FIRST_PAUSE;
            case IDLE -> {
                pause = FIRST_PAUSE;
                if (woken.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) {
                    woken.drainPermits();
                }
            }
            case AWAY -> {
                Thread.sleep(pause);
                Duration doubled = pause.multipliedBy(2);
                pause = doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
            }
        }
    }
}
