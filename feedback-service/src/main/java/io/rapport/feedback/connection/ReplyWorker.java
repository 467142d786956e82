package io.rapport.feedback.connection;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.feedback.connection.Connector.Access;
import io.rapport.feedback.connection.ReplyQueue.Due;
import io.rapport.feedback.connection.ReplyQueue.Waiting;
import io.rapport.feedback.connection.outside.Outside;
import io.rapport.feedback.connection.outside.OutsideConfig;
import io.rapport.feedback.connection.outside.Unreachable;
import io.rapport.feedback.review.ReplyWritten;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.database.DatabaseFailure;
import io.rapport.frame.database.Pace;
import io.rapport.frame.database.Worker;
import io.rapport.frame.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Sends replies to where their feedback came from, outside of any transaction. That it is tried is committed before it is, and
 * what a connector is told a second time it looks for first: so none stands there twice.
 */
@ApplicationScoped
class ReplyWorker {
    private static final Logger LOG = Logger.getLogger(ReplyWorker.class);

    private final ReplyQueue queue;
    private final Connections connections;
    private final Outside outside;
    private final OutsideConfig config;
    private final BusinessScope scope;
    private final Worker worker;

    ReplyWorker(ReplyQueue queue, Connections connections, Outside outside, OutsideConfig config, BusinessScope scope) {
        this.queue = queue;
        this.connections = connections;
        this.outside = outside;
        this.config = config;
        this.scope = scope;
        this.worker = new Worker("replies", config.look(), config.look().multipliedBy(5), this::round);
    }

    void start(@Observes StartupEvent started) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    /** In the transaction that writes the reply. */
    void written(@Observes ReplyWritten reply) {
        Optional<String> by = reply.toBePosted()
                ? queue.broughtBy(reply.business(), reply.key()).filter(id -> replies(reply.business(), id))
                : Optional.empty();
        by.ifPresentOrElse(
                connection -> queue.add(reply.business(), reply.key(), connection),
                () -> queue.leave(reply.business(), reply.key()));
    }

    void waits(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReplyWritten reply) {
        worker.wake();
    }

    private boolean replies(String business, String id) {
        ConnectionEntity connection = ConnectionEntity.live(business, id);
        return connection != null
                && connections.connector(connection) instanceof Replying replying
                && replying.replies(connections.access(connection));
    }

    private Pace round() {
        List<Due> due = QuarkusTransaction.requiringNew().call(() -> queue.claim(Errand.AT_ONCE));
        Errand.all(due.stream()
                .<Runnable>map(one -> () -> scope.run(Set.of(one.business()), () -> send(one)))
                .toList());
        return due.size() == Errand.AT_ONCE ? Pace.MORE : Pace.IDLE;
    }

    private record Job(Replying connector, Access access, Waiting reply) {}

    private void send(Due due) {
        try {
            Optional<Job> job = QuarkusTransaction.requiringNew().call(() -> job(due));
            if (job.isEmpty()) {
                then(() -> queue.drop(due));
                return;
            }
            Waiting reply = job.get().reply();
            String posted = job.get()
                    .connector()
                    .reply(
                            new Replying.Reply(due.key().id(), reply.text(), reply.postedId()),
                            job.get().access());
            then(() -> queue.sent(due, reply.text(), posted));
        } catch (Unreachable later) {
            boolean enough = due.attempts() >= config.tries();
            then(() -> {
                if (enough) {
                    queue.failed(due, later.getMessage());
                } else {
                    queue.putOff(due, outside.pause(due.attempts(), later.retryAfter()), later.getMessage());
                }
            });
        } catch (HttpProblem refused) {
            then(() -> queue.failed(due, refused.getDetail()));
        } catch (RuntimeException failure) {
            if (DatabaseFailure.isOutage(failure)) {
                throw failure;
            }
            LOG.error("A reply could not be sent", failure);
            then(() -> queue.failed(due, "It could not be sent for a reason of ours, which has been logged."));
        }
    }

    /** Empty where there is nothing to be sent any more. */
    private Optional<Job> job(Due due) {
        Optional<Waiting> reply = queue.find(due);
        if (reply.isEmpty()) {
            return Optional.empty();
        }
        ConnectionEntity connection =
                ConnectionEntity.live(due.business(), reply.get().connection());
        if (connection == null || !(connections.connector(connection) instanceof Replying replying)) {
            throw Problems.notFound("The connection");
        }
        return Optional.of(new Job(replying, connections.access(connection), reply.get()));
    }

    private static void then(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }
}
