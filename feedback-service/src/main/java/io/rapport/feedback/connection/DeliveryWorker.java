package io.rapport.feedback.connection;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.feedback.business.Businesses;
import io.rapport.feedback.connection.Deliveries.Settled;
import io.rapport.feedback.connection.Deliveries.Task;
import io.rapport.feedback.connection.Deliveries.Waiting;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.database.DatabaseFailure;
import io.rapport.frame.database.Pace;
import io.rapport.frame.database.Worker;
import io.rapport.frame.trace.WorkSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes feedback of deliveries: those of one connection in the order in which they came, several with their outcomes in one
 * transaction. What can't be processed is marked so, with the reason, and holds nothing up.
 */
@ApplicationScoped
class DeliveryWorker {
    private static final int CONNECTIONS_AT_ONCE = 50;
    private static final int DELIVERIES_AT_ONCE = 200;

    /** While deliveries come in without a pause, a fifth of the time is for reading them. */
    private static final int SHARE_OF_RECEIVING = 4;

    /** In one round. */
    private static final Duration LONGEST_WAY = Duration.ofSeconds(5);

    private final Deliveries deliveries;
    private final Arrivals arrivals;
    private final DeliveryReading reading;
    private final Businesses businesses;
    private final BusinessScope scope;
    private final MeterRegistry meters;
    private final Worker worker;

    DeliveryWorker(
            Deliveries deliveries,
            Arrivals arrivals,
            DeliveryReading reading,
            Businesses businesses,
            BusinessScope scope,
            MeterRegistry meters) {
        this.deliveries = deliveries;
        this.arrivals = arrivals;
        this.reading = reading;
        this.businesses = businesses;
        this.scope = scope;
        this.meters = meters;
        this.worker = new Worker("deliveries", Duration.ofSeconds(1), Duration.ofSeconds(5), this::round);
    }

    void start(@Observes StartupEvent started) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    void arrived(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveryArrived arrived) {
        worker.wake();
    }

    private Pace round() {
        boolean more = false;
        Duration left = LONGEST_WAY;
        for (Task oldest : deliveries.waiting(CONNECTIONS_AT_ONCE)) {
            long began = System.nanoTime();
            more |= scope.call(Set.of(oldest.business()), () -> process(oldest.business(), oldest.connection()));
            Duration way = Duration.ofNanos(System.nanoTime() - began).multipliedBy(SHARE_OF_RECEIVING);
            way = way.compareTo(left) < 0 ? way : left;
            left = left.minus(way);
            giveWay(way);
        }
        return more ? Pace.MORE : Pace.IDLE;
    }

    private void giveWay(Duration most) {
        try {
            arrivals.giveWay(most);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Processes the connection's next deliveries; false if there is none, or another replica is at it. */
    private boolean process(String business, String connection) {
        List<Waiting> taken = new ArrayList<>();
        try {
            takeIn(business, connection, DELIVERIES_AT_ONCE, taken);
        } catch (RuntimeException failure) {
            if (taken.isEmpty() || DatabaseFailure.isOutage(failure)) {
                throw failure;
            }
            taken.forEach(delivery -> processAlone(business, connection));
        }
        return !taken.isEmpty();
    }

    /** So that one that fails fails alone. */
    private void processAlone(String business, String connection) {
        List<Waiting> taken = new ArrayList<>();
        try {
            takeIn(business, connection, 1, taken);
        } catch (RuntimeException failure) {
            if (taken.isEmpty() || DatabaseFailure.isOutage(failure)) {
                throw failure;
            }
            Settled failed = new Settled(taken.getFirst().task().delivery(), "failed", DeliveryReading.reason(failure));
            QuarkusTransaction.requiringNew().run(() -> deliveries.settle(business, connection, List.of(failed)));
            count(failed);
        }
    }

    private void takeIn(String business, String connection, int most, List<Waiting> taken) {
        List<Settled> settled = new ArrayList<>();
        QuarkusTransaction.requiringNew().run(() -> {
            if (!deliveries.lock(connection)) {
                return;
            }
            taken.addAll(deliveries.next(business, connection, most));
            if (!taken.isEmpty()) {
                settled.addAll(WorkSpan.around("take in deliveries", traces(taken), () -> {
                    deliveries.goOnInTrace();
                    return takeIn(business, connection, taken);
                }));
            }
        });
        settled.forEach(this::count);
    }

    private List<Settled> takeIn(String business, String connection, List<Waiting> taken) {
        List<Settled> settled = reading.read(business, connection, taken);
        deliveries.settle(business, connection, settled);
        if (businesses.masksPersonalData(business)) {
            mask(taken, settled);
        }
        return settled;
    }

    /** What was read need not be kept as it came; one that failed stays, to be read again. */
    private void mask(List<Waiting> taken, List<Settled> settled) {
        for (int i = 0; i < taken.size(); i++) {
            if (settled.get(i).outcome().equals("processed")) {
                deliveries.mask(taken.get(i));
            }
        }
    }

    private static List<String> traces(List<Waiting> taken) {
        return taken.stream().map(delivery -> delivery.task().traceParent()).toList();
    }

    private void count(Settled settled) {
        meters.counter("rapport.feedback.deliveries", "outcome", settled.outcome())
                .increment();
    }
}
