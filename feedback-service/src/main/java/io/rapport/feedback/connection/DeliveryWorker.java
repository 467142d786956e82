package io.rapport.feedback.connection;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.feedback.business.Businesses;
import io.rapport.feedback.connection.Deliveries.Task;
import io.rapport.feedback.outbox.OnwardQueue;
import io.rapport.feedback.review.FeedbackStore;
import io.rapport.feedback.review.Provenance;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.database.DatabaseFailure;
import io.rapport.frame.database.Pace;
import io.rapport.frame.database.Worker;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.TokenGrant;
import io.rapport.frame.trace.WorkSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Makes feedback of deliveries: those of one connection in the order in which they came, each with its outcome in one
 * transaction. What can't be processed is marked so, with the reason, and holds nothing up.
 */
@ApplicationScoped
class DeliveryWorker {
    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);
    private static final int CONNECTIONS_AT_ONCE = 50;

    private final Deliveries deliveries;
    private final Connections connections;
    private final FeedbackStore store;
    private final OnwardQueue onward;
    private final Businesses businesses;
    private final BusinessScope scope;
    private final MeterRegistry meters;
    private final Worker worker;

    DeliveryWorker(
            Deliveries deliveries,
            Connections connections,
            FeedbackStore store,
            OnwardQueue onward,
            Businesses businesses,
            BusinessScope scope,
            MeterRegistry meters) {
        this.deliveries = deliveries;
        this.connections = connections;
        this.store = store;
        this.onward = onward;
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
        for (Task waiting : deliveries.waiting(CONNECTIONS_AT_ONCE)) {
            more |= scope.call(Set.of(waiting.business()), () -> process(waiting.business(), waiting.connection()));
        }
        return more ? Pace.MORE : Pace.IDLE;
    }

    /** Processes the connection's next delivery; false if there is none, or another replica is at it. */
    private boolean process(String business, String connection) {
        List<Task> taken = new ArrayList<>(1);
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                Optional<Task> next =
                        deliveries.lock(connection) ? deliveries.next(business, connection) : Optional.empty();
                next.ifPresent(task -> {
                    taken.add(task);
                    WorkSpan.around("take in a delivery", traces(task), () -> {
                        deliveries.goOnInTrace();
                        finish(task, "processed", apply(task));
                        if (businesses.masksPersonalData(business)) {
                            deliveries.mask(task);
                        }
                        return task;
                    });
                });
            });
            return !taken.isEmpty();
        } catch (RuntimeException failure) {
            if (taken.isEmpty() || DatabaseFailure.isOutage(failure)) {
                throw failure;
            }
            String reason = reason(failure);
            QuarkusTransaction.requiringNew().run(() -> finish(taken.getFirst(), "failed", reason));
            return true;
        }
    }

    private static List<String> traces(Task task) {
        return task.traceParent() == null ? List.of() : List.of(task.traceParent());
    }

    private void finish(Task task, String outcome, String detail) {
        deliveries.settle(task, outcome, detail);
        meters.counter("rapport.feedback.deliveries", "outcome", outcome).increment();
    }

    private String apply(Task task) {
        ConnectionEntity connection = ConnectionEntity.live(task.business(), task.connection());
        if (connection == null) {
            throw Problems.notFound("The connection");
        }
        Provenance by = new Provenance("connection:" + connection.id, TokenGrant.SERVER);
        List<String> done = new ArrayList<>();
        List<Change> changes = connections.connector(connection).parse(deliveries.payload(task), connection.options());
        for (int i = 0; i < changes.size(); i++) {
            done.add(apply(task, i, changes.get(i), by));
        }
        return Summary.of(done);
    }

    private String apply(Task task, int position, Change change, Provenance by) {
        String business = task.business();
        return switch (change) {
            case Change.Passed(String reason) -> reason;
            case Change.Onwards(var target, var body) -> {
                onward.put(business, task.connection(), task.delivery(), position, target, body);
                yield Summary.of(target, body);
            }
            case Change.Said(var content) ->
                store.store(business, List.of(content), by).accepted() == 1 ? "stored" : "known already";
            case Change.Deleted(var deletion) ->
                switch (store.delete(business, deletion.key(), deletion.revision(), false, by)) {
                    case DELETED -> "deleted";
                    case OVERTAKEN -> "a later revision is known already";
                    case ALREADY_DELETED, UNKNOWN -> "deleted already";
                };
        };
    }

    private static String reason(RuntimeException failure) {
        if (failure instanceof HttpProblem problem) {
            return problem.getDetail();
        }
        LOG.error("A delivery could not be processed", failure);
        return "It could not be processed for a reason of ours, which has been logged.";
    }
}
