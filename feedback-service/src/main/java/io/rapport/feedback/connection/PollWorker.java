package io.rapport.feedback.connection;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.feedback.connection.Connector.Access;
import io.rapport.feedback.connection.Polling.Polled;
import io.rapport.feedback.connection.Polls.Due;
import io.rapport.feedback.connection.outside.Outside;
import io.rapport.feedback.connection.outside.OutsideConfig;
import io.rapport.feedback.connection.outside.Unreachable;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.database.DatabaseFailure;
import io.rapport.frame.database.Pace;
import io.rapport.frame.database.Worker;
import io.rapport.frame.trace.TraceParent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Asks the sources that don't call us. What they tell is stored as deliveries in one transaction with how far it was read, so
 * that nothing is passed over and nothing lost, whoever dies when.
 */
@ApplicationScoped
class PollWorker {
    private static final Logger LOG = Logger.getLogger(PollWorker.class);

    private final Polls polls;
    private final ReceivedDeliveries received;
    private final Connections connections;
    private final Outside outside;
    private final OutsideConfig config;
    private final BusinessScope scope;
    private final Event<DeliveryArrived> arrived;
    private final Worker worker;

    PollWorker(
            Polls polls,
            ReceivedDeliveries received,
            Connections connections,
            Outside outside,
            OutsideConfig config,
            BusinessScope scope,
            Event<DeliveryArrived> arrived) {
        this.polls = polls;
        this.received = received;
        this.connections = connections;
        this.outside = outside;
        this.config = config;
        this.scope = scope;
        this.arrived = arrived;
        this.worker = new Worker("polls", config.look(), config.look().multipliedBy(5), this::round);
    }

    void start(@Observes StartupEvent started) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    Pace round() {
        List<Due> due = QuarkusTransaction.requiringNew().call(() -> polls.claim(Errand.AT_ONCE));
        Errand.all(due.stream()
                .<Runnable>map(one -> () -> scope.run(Set.of(one.business()), () -> poll(one)))
                .toList());
        return due.isEmpty() ? Pace.IDLE : Pace.MORE;
    }

    private record Job(Polling connector, Access access, String cursor) {}

    private void poll(Due due) {
        try {
            Job job = QuarkusTransaction.requiringNew().call(() -> job(due));
            if (job != null) {
                Polled polled = job.connector.poll(job.access, ConnectionEntity.tree(job.cursor));
                QuarkusTransaction.requiringNew().run(() -> keep(due, job, polled));
            }
        } catch (Unreachable later) {
            failed(due, later.getMessage(), later.retryAfter());
        } catch (HttpProblem problem) {
            failed(due, problem.getDetail(), null);
        } catch (RuntimeException failure) {
            if (DatabaseFailure.isOutage(failure)) {
                throw failure;
            }
            LOG.error("A source could not be asked", failure);
            failed(due, "It could not be asked for a reason of ours, which has been logged.", null);
        }
    }

    /** Null where there is nothing left to be asked. */
    private Job job(Due due) {
        ConnectionEntity connection = ConnectionEntity.live(due.business(), due.connection());
        if (connection == null || !(connections.connector(connection) instanceof Polling polling)) {
            polls.end(due.business(), due.connection());
            return null;
        }
        return new Job(polling, connections.access(connection), polls.cursor(due));
    }

    private void keep(Due due, Job job, Polled polled) {
        if (!polls.move(due, job.cursor, polled.cursor())) {
            // Another replica has been here: what it stored is as good.
            return;
        }
        received.keep(polled.pages().stream()
                .map(page -> new Arrival(
                        due.business(),
                        due.connection(),
                        new Verdict.Genuine(page.messageId(), page.topic()),
                        page.body(),
                        false,
                        TraceParent.current()))
                .toList());
        polls.next(due, polled.more() ? Duration.ZERO : config.every());
        arrived.fire(new DeliveryArrived());
    }

    private void failed(Due due, String reason, Duration asked) {
        Duration pause = outside.pause(due.attempts(), asked);
        QuarkusTransaction.requiringNew().run(() -> polls.failed(due, pause, reason));
    }
}
