package io.rapport.feedback.connection;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.database.GroupCommit;
import io.rapport.frame.database.GroupCommit.Limits;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Stores the deliveries of many requests with one commit. */
@Startup
@ApplicationScoped
class Arrivals {
    /** In bytes of bodies: what waits, and what one commit takes. */
    private static final Limits LIMITS =
            new Limits(64 << 20, 4 << 20, "Too many deliveries are waiting to be written.", Duration.ofSeconds(1));

    /** What a delivery takes beside its body. */
    private static final int ENVELOPE = 1_000;

    private final GroupCommit<Arrival, Boolean> commits =
            new GroupCommit<>(LIMITS, arrival -> ENVELOPE + arrival.body().length, this::store);
    private final ReceivedDeliveries received;
    private final BusinessScope scope;
    private final Event<DeliveryArrived> arrived;

    Arrivals(ReceivedDeliveries received, BusinessScope scope, Event<DeliveryArrived> arrived, MeterRegistry meters) {
        this.received = received;
        this.scope = scope;
        this.arrived = arrived;
        meters.gauge("rapport.feedback.deliveries.queue", commits, GroupCommit::waiting);
    }

    @PostConstruct
    void start() {
        commits.start("rapport-arrivals", 1);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        commits.stop();
    }

    /** Completed once it is durable: false if the message was known already, of which there is a note then. */
    CompletionStage<Boolean> keep(Arrival arrival) {
        return commits.submit(arrival);
    }

    /** Lets those go first who wait to be told that their delivery is stored, but not for longer than that. */
    void giveWay(Duration most) throws InterruptedException {
        commits.giveWay(most);
    }

    private List<Boolean> store(List<Arrival> group) {
        return scope.call(
                group.stream().map(Arrival::business).collect(Collectors.toSet()),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    List<Boolean> kept = received.receive(group);
                    arrived.fire(new DeliveryArrived());
                    return kept;
                }));
    }
}
