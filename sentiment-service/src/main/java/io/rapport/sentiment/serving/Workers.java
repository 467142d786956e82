package io.rapport.sentiment.serving;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * A fixed number of threads that read documents, and a bound to how many may wait. Requests take turns document by document,
 * so that a single review doesn't wait behind five hundred.
 */
final class Workers implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Workers.class);
    /** Trees are walked recursively. */
    private static final long STACK = 8L << 20;

    private final BlockingQueue<Batch<?, ?>> queue = new LinkedBlockingQueue<>();
    private final Semaphore places;
    private final int capacity;
    private final List<Thread> threads;

    /** @param capacity how many documents may be waiting or in work */
    Workers(int threads, int capacity) {
        this.places = new Semaphore(capacity);
        this.capacity = capacity;
        this.threads = IntStream.rangeClosed(1, threads).mapToObj(this::thread).toList();
        this.threads.forEach(Thread::start);
    }

    /** How many documents are waiting or in work. */
    int busy() {
        return capacity - places.availablePermits();
    }

    /**
     * Reads all the documents and waits for them.
     *
     * @param wanted whether anybody still waits for the results; asked every second
     * @return the results in the order of the documents; empty where the queue has no room for them
     * @throws CancellationException when they are no longer wanted
     */
    <D, R> Optional<List<R>> read(List<D> documents, Function<D, R> reader, BooleanSupplier wanted)
            throws InterruptedException {
        if (!places.tryAcquire(documents.size())) {
            return Optional.empty();
        }
        Batch<D, R> batch = new Batch<>(documents, reader);
        queue.add(batch);
        while (!batch.awaitASecond()) {
            if (!wanted.getAsBoolean()) {
                places.release(batch.abandon());
                throw new CancellationException();
            }
        }
        return Optional.of(batch.results());
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }

    private Thread thread(int number) {
        Thread thread = new Thread(null, this::work, "reader-" + number, STACK);
        thread.setDaemon(true);
        return thread;
    }

    private void work() {
        try {
            while (true) {
                readOne(queue.take());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void readOne(Batch<?, ?> batch) {
        int index = batch.take();
        if (index < 0) {
            return;
        }
        if (batch.hasMore()) {
            queue.add(batch);
        }
        try {
            batch.read(index);
        } catch (RuntimeException | Error failure) {
            // Not the message: it may quote the text.
            LOG.errorf("Reading a document failed: %s", failure.getClass());
        } finally {
            places.release();
        }
    }
}
