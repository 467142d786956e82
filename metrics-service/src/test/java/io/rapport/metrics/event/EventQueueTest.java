package io.rapport.metrics.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A queue that is full turns requests away at once, and says when they may come again. */
class EventQueueTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final EventQueue queue = new EventQueue(new TwoAtOnce(), null, meters);

    @Test
    void whatDoesNotFitIsTurnedAway() {
        assertThatThrownBy(() -> queue.store("b", events(3), new Provenance("key:k", "server")))
                .asInstanceOf(type(HttpProblem.class))
                .satisfies(problem -> {
                    assertThat(problem.getStatusCode()).isEqualTo(503);
                    assertThat(problem.getType().toString()).endsWith("/overloaded");
                    assertThat(problem.getHeaders()).containsEntry("Retry-After", "7");
                });
    }

    @Test
    void whatWasTurnedAwayTakesNoRoom() {
        whatDoesNotFitIsTurnedAway();
        assertThat(meters.get("rapport.metrics.events.queue").gauge().value()).isZero();
    }

    private static List<Event> events(int count) {
        return Collections.nCopies(
                count,
                new Event(
                        "web",
                        "1",
                        "page_view",
                        Instant.EPOCH,
                        null,
                        null,
                        null,
                        null,
                        Event.Page.NONE,
                        null,
                        null,
                        null,
                        new Event.Context(null, null, null, null),
                        null,
                        null));
    }

    private record TwoAtOnce() implements EventConfig {
        @Override
        public int queue() {
            return 2;
        }

        @Override
        public int commit() {
            return 2;
        }

        @Override
        public int writers() {
            return 1;
        }

        @Override
        public Duration retryAfter() {
            return Duration.ofSeconds(7);
        }
    }
}
