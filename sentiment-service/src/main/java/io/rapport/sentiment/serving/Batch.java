package io.rapport.sentiment.serving;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The documents of one request, taken one by one by whichever worker is free. */
final class Batch<D, R> {
    private final List<D> documents;
    private final Function<D, R> reader;
    private final Object[] results;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch left;

    Batch(List<D> documents, Function<D, R> reader) {
        this.documents = documents;
        this.reader = reader;
        this.results = new Object[documents.size()];
        this.left = new CountDownLatch(documents.size());
    }

    /** The index of a document that nobody has taken yet, or −1. */
    int take() {
        int index = next.getAndIncrement();
        return index < documents.size() ? index : -1;
    }

    boolean hasMore() {
        return next.get() < documents.size();
    }

    /** Reads the document; one that fails fails the whole batch when its results are asked for. */
    void read(int index) {
        try {
            results[index] = reader.apply(documents.get(index));
        } finally {
            left.countDown();
        }
    }

    /** Leaves the documents that nobody has taken unread, and says how many they are. */
    int abandon() {
        return Math.max(0, documents.size() - next.getAndSet(documents.size()));
    }

    /** Waits a second for all the documents to be read. */
    boolean awaitASecond() throws InterruptedException {
        return left.await(1, TimeUnit.SECONDS);
    }

    /** The results in the order of the documents, once all are read. */
    @SuppressWarnings("unchecked")
    List<R> results() {
        if (Arrays.asList(results).contains(null)) {
            throw new IllegalStateException("A document of the batch failed; the log says how.");
        }
        return (List<R>) List.of(results);
    }
}
