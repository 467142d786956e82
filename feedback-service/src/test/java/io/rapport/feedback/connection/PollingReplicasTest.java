package io.rapport.feedback.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.connection.outside.Outside;
import io.rapport.feedback.connection.outside.OutsideConfig;
import io.rapport.feedback.testing.Sources;
import io.rapport.feedback.testing.Sources.Question;
import io.rapport.feedback.testing.Sources.Reply;
import io.rapport.frame.database.BusinessScope;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several replicas ask a source: one at a time, and each page is stored once. */
@QuarkusTest
class PollingReplicasTest extends ConnectionTest {
    @Inject
    Polls polls;

    @Inject
    ReceivedDeliveries received;

    @Inject
    Connections connections;

    @Inject
    Outside outside;

    @Inject
    OutsideConfig config;

    @Inject
    BusinessScope scope;

    @Inject
    Event<DeliveryArrived> arrived;

    private final AtomicInteger asking = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void oneAsksAtATimeAndWhatItIsToldIsStoredOnce() throws InterruptedException {
        try (Sources trustpilot = new Sources(this::answer)) {
            connect("{\"type\": \"trustpilot\", \"name\": \"Site\", \"settings\": {\"businessUnitId\": \"replicas\"},"
                    + " \"credentials\": {\"apiKey\": \"key-1\"}}");
            List<Thread> replicas = IntStream.range(0, 4)
                    .mapToObj(i -> Thread.ofPlatform().start(this::replica))
                    .toList();
            for (Thread replica : replicas) {
                replica.join();
            }
            await().until(() -> feedback("trustpilot", "t1").extract().statusCode() == 200);
        }
        assertThat(asked.get()).isGreaterThanOrEqualTo(5);
        assertThat(atOnce.get()).isOne();
        List<String> messages = deliveries().extract().path("items.messageId");
        assertThat(new HashSet<>(messages)).hasSameSizeAs(messages);
        assertThat(messages).hasSize(1);
    }

    private void replica() {
        PollWorker worker = new PollWorker(polls, received, connections, outside, config, scope, arrived);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    worker.round();
                    return asked.get() >= 5;
                });
    }

    private Reply answer(Question question) {
        if (!question.path().contains("replicas")) {
            return Reply.ok("{\"reviews\": []}");
        }
        int now = asking.incrementAndGet();
        atOnce.accumulateAndGet(now, Math::max);
        try {
            // Long enough that another would come in between.
            new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        asking.decrementAndGet();
        asked.incrementAndGet();
        return Reply.ok("{\"reviews\": [{\"id\": \"t1\", \"stars\": 5, \"text\": \"Good\","
                + " \"createdAt\": \"2026-03-01T09:00:00Z\"}]}");
    }
}
