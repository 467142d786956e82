package io.rapport.feedback.connection;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.feedback.connection.Connector.Access;
import io.rapport.feedback.connection.Deliveries.Task;
import io.rapport.feedback.connection.FetchQueue.Due;
import io.rapport.feedback.connection.outside.Outside;
import io.rapport.feedback.connection.outside.OutsideConfig;
import io.rapport.feedback.connection.outside.Unreachable;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.database.DatabaseFailure;
import io.rapport.frame.database.Pace;
import io.rapport.frame.database.Worker;
import io.rapport.frame.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Fetches what thin deliveries are about, outside of any transaction, and hands them on to be processed. A source that doesn't
 * answer is asked again later, and holds up no other connection.
 */
@ApplicationScoped
class FetchWorker {
    private static final Logger LOG = Logger.getLogger(FetchWorker.class);

    private final FetchQueue queue;
    private final Deliveries deliveries;
    private final Connections connections;
    private final Outside outside;
    private final OutsideConfig config;
    private final BusinessScope scope;
    private final Event<DeliveryArrived> ready;
    private final Worker worker;

    FetchWorker(
            FetchQueue queue,
            Deliveries deliveries,
            Connections connections,
            Outside outside,
            OutsideConfig config,
            BusinessScope scope,
            Event<DeliveryArrived> ready) {
        this.queue = queue;
        this.deliveries = deliveries;
        this.connections = connections;
        this.outside = outside;
        this.config = config;
        this.scope = scope;
        this.ready = ready;
        this.worker = new Worker("fetches", config.look(), config.look().multipliedBy(5), this::round);
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
        List<Due> due = QuarkusTransaction.requiringNew().call(() -> queue.claim(Errand.AT_ONCE));
        Errand.all(due.stream()
                .<Runnable>map(one -> () -> scope.run(Set.of(one.task().business()), () -> fetch(one)))
                .toList());
        return due.size() == Errand.AT_ONCE ? Pace.MORE : Pace.IDLE;
    }

    private record Job(Fetching connector, Access access, byte[] body) {}

    private void fetch(Due due) {
        Task task = due.task();
        try {
            Job job = QuarkusTransaction.requiringNew().call(() -> job(task));
            byte[] fetched = job.connector.fetch(job.body, job.access);
            then(() -> {
                queue.fetched(task, fetched);
                ready.fire(new DeliveryArrived());
            });
        } catch (Unreachable later) {
            boolean enough = due.attempts() >= config.tries();
            then(() -> {
                if (enough) {
                    deliveries.settle(task, "failed", later.getMessage());
                } else {
                    queue.putOff(
                            task,
                            outside.pause(due.attempts(), later.retryAfter()),
                            later.retryAfter() != null,
                            later.getMessage());
                }
            });
        } catch (HttpProblem problem) {
            then(() -> deliveries.settle(task, "failed", problem.getDetail()));
        } catch (RuntimeException failure) {
            if (DatabaseFailure.isOutage(failure)) {
                throw failure;
            }
            LOG.error("What a delivery is about could not be fetched", failure);
            then(() -> deliveries.settle(
                    task, "failed", "It could not be fetched for a reason of ours, which has been logged."));
        }
    }

    private Job job(Task task) {
        ConnectionEntity connection = ConnectionEntity.live(task.business(), task.connection());
        if (connection == null || !(connections.connector(connection) instanceof Fetching fetching)) {
            throw Problems.notFound("The connection");
        }
        return new Job(
                fetching,
                connections.access(connection),
                deliveries.payload(task).body());
    }

    private static void then(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }
}
