package io.rapport.sentiment.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkersTest {
    private static final Executor CALLERS = Thread::startVirtualThread;

    @Test
    void resultsComeInTheOrderOfTheDocuments() throws InterruptedException {
        try (Workers workers = new Workers(4, 500)) {
            List<Integer> documents = IntStream.range(0, 500).boxed().toList();

            assertThat(workers.read(documents, i -> -i, () -> true))
                    .contains(documents.stream().map(i -> -i).toList());
            // A place is given back just after the result that filled it.
            await().until(() -> workers.busy() == 0);
        }
    }

    @Test
    void aRequestForWhichThereIsNoRoomIsTurnedAwayAtOnce() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        try (Workers workers = new Workers(1, 3)) {
            var first = CompletableFuture.supplyAsync(() -> read(workers, List.of("a", "b"), open), CALLERS);
            await().until(() -> workers.busy() == 2);

            assertThat(workers.read(List.of("c", "d"), String::toUpperCase, () -> true))
                    .isEmpty();
            open.countDown();

            assertThat(first.get(10, TimeUnit.SECONDS)).contains(List.of("A", "B"));
            await().until(() -> workers.busy() == 0);
            assertThat(workers.read(List.of("c", "d"), String::toUpperCase, () -> true))
                    .contains(List.of("C", "D"));
        }
    }

    @Test
    void aSingleDocumentDoesNotWaitForALongRequest() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
        try (Workers workers = new Workers(1, 500)) {
            var large = CompletableFuture.supplyAsync(
                    () -> read(workers, List.of("1", "2", "3", "4", "5", "6"), open, order), CALLERS);
            await().until(() -> workers.busy() == 6);
            var small = CompletableFuture.supplyAsync(() -> read(workers, List.of("small"), open, order), CALLERS);
            await().until(() -> workers.busy() == 7);
            open.countDown();
            CompletableFuture.allOf(large, small).get(10, TimeUnit.SECONDS);

            assertThat(order).containsSubsequence("small", "4");
        }
    }

    @Test
    void aFailingDocumentFailsItsBatchAndNothingElse() throws InterruptedException {
        try (Workers workers = new Workers(1, 2)) {
            assertThatThrownBy(() -> workers.read(
                            List.of("a", "b"),
                            text -> {
                                throw new OutOfMemoryError();
                            },
                            () -> true))
                    .isInstanceOf(IllegalStateException.class);

            await().until(() -> workers.busy() == 0);
            assertThat(workers.read(List.of("a"), String::toUpperCase, () -> true))
                    .contains(List.of("A"));
        }
    }

    @Test
    void whatNobodyWaitsForIsLeftUnread() throws InterruptedException {
        CountDownLatch open = new CountDownLatch(1);
        ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
        try (Workers workers = new Workers(1, 3)) {
            assertThatThrownBy(() -> workers.read(
                            List.of("a", "b", "c"),
                            text -> {
                                taken.add(text);
                                await().until(() -> open.getCount() == 0);
                                return text;
                            },
                            () -> false))
                    .isInstanceOf(CancellationException.class);

            assertThat(workers.busy()).isEqualTo(1);
            open.countDown();
            await().until(() -> workers.busy() == 0);
            assertThat(taken).containsExactly("a");
        }
    }

    private static Optional<List<String>> read(Workers workers, List<String> documents, CountDownLatch open) {
        return read(workers, documents, open, new ConcurrentLinkedQueue<>());
    }

    private static Optional<List<String>> read(
            Workers workers, List<String> documents, CountDownLatch open, ConcurrentLinkedQueue<String> order) {
        try {
            return workers.read(
                    documents,
                    text -> {
                        try {
                            open.await();
                        } catch (InterruptedException closed) {
                            throw new IllegalStateException(closed);
                        }
                        order.add(text);
                        return text.toUpperCase();
                    },
                    () -> true);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
