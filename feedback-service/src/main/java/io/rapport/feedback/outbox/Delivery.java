package io.rapport.feedback.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.feedback.queue.Answer;
import io.rapport.feedback.queue.Bisection;
import io.rapport.feedback.queue.Outage;
import io.rapport.feedback.review.FeedbackStored;
import io.rapport.feedback.scoring.TextsRead;
import io.rapport.feedback.sql.Ids;
import io.rapport.feedback.sql.WorkerSession;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.database.Pace;
import io.rapport.frame.database.Worker;
import io.rapport.frame.trace.WorkSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Delivers the facts of the outbox to metrics-service, at least once, and says how far it is. A batch is claimed by locking
 * its rows, which are deleted once it was taken: a process that dies in between leaves them for the next.
 */
@ApplicationScoped
class Delivery {
    private static final Logger LOG = Logger.getLogger(Delivery.class);
    private static final int LONGEST_ROUND_SECONDS = 600;

    private final Outage outage = new Outage(LOG, "metrics-service");
    private final Outbox outbox;
    private final Metrics metrics;
    private final OutboxConfig config;
    private final BusinessScope scope;
    private final WorkerSession session;
    private final Worker worker;
    private long lastSaid = System.nanoTime() - Duration.ofDays(1).toNanos();

    Delivery(Outbox outbox, Metrics metrics, OutboxConfig config, BusinessScope scope, WorkerSession session) {
        this.outbox = outbox;
        this.metrics = metrics;
        this.config = config;
        this.scope = scope;
        this.session = session;
        this.worker = new Worker("outbox", config.poll(), config.longestPause(), this::round);
    }

    void start(@Observes StartupEvent started) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    void stored(@Observes(during = TransactionPhase.AFTER_SUCCESS) FeedbackStored stored) {
        worker.wake();
    }

    void read(@Observes(during = TransactionPhase.AFTER_SUCCESS) TextsRead read) {
        worker.wake();
    }

    private Pace round() {
        Set<String> businesses = outbox.businessesWaiting(config.batch());
        if (businesses.isEmpty() && !heartbeatIsDue()) {
            return Pace.IDLE;
        }
        return scope.call(businesses, () -> QuarkusTransaction.requiringNew()
                .timeout(LONGEST_ROUND_SECONDS)
                .call(() -> deliver(businesses)));
    }

    private Pace deliver(Set<String> businesses) {
        session.mark();
        Instant horizon = outbox.horizon();
        List<Outbox.Claimed> rows = outbox.claim(businesses, config.batch());
        List<FactReference> claimed = rows.stream().map(Outbox.Claimed::fact).toList();
        Instant upTo = earlier(horizon, outbox.oldestWaitingBut(claimed));
        if (claimed.isEmpty()) {
            return heartbeatIsDue() ? heartbeat(upTo) : Pace.IDLE;
        }
        List<String> traces = rows.stream().map(Outbox.Claimed::traceParent).toList();
        return WorkSpan.around("deliver facts", traces, () -> deliver(claimed, upTo));
    }

    private Pace deliver(List<FactReference> claimed, Instant upTo) {
        Map<FactReference, Fact> facts = outbox.read(claimed);
        Bisection<FactReference> bisection = new Bisection<FactReference>(
                        batch -> send(batch, claimed, facts, upTo), this::metricsIsWell)
                .run(claimed.stream().filter(facts::containsKey).toList());
        outbox.drop(bisection.done());
        outbox.drop(claimed.stream().filter(fact -> !facts.containsKey(fact)).toList());
        bisection.blamed().forEach(this::park);
        return outage.note(bisection.away(), Pace.MORE);
    }

    /** Only a batch that holds all that was claimed may say how far it is: of parts of it, the rest still waits. */
    private Answer send(
            List<FactReference> batch, List<FactReference> claimed, Map<FactReference, Fact> facts, Instant upTo) {
        boolean whole = batch.size() == claimed.size();
        Answer answer = metrics.deliver(batch.stream().map(facts::get).toList(), whole ? upTo : null);
        if (whole && answer instanceof Answer.Taken) {
            lastSaid = System.nanoTime();
        }
        return answer;
    }

    private Pace heartbeat(Instant upTo) {
        String away =
                switch (metrics.deliver(List.of(), upTo)) {
                    case Answer.Taken taken -> null;
                    case Answer.Refused(String reason) -> reason;
                    case Answer.Suspect(String reason) -> reason;
                    case Answer.Away(String reason) -> reason;
                };
        if (away == null) {
            lastSaid = System.nanoTime();
        }
        return outage.note(away, Pace.IDLE);
    }

    private boolean metricsIsWell() {
        return metrics.deliver(List.of(), null) instanceof Answer.Taken;
    }

    private boolean heartbeatIsDue() {
        return System.nanoTime() - lastSaid >= config.heartbeat().toNanos();
    }

    private void park(FactReference fact, String reason) {
        LOG.warnf("A fact of %s is refused by metrics-service and is parked: %s", fact.business(), reason);
        outbox.park(fact, Ids.random("pa_"), reason);
    }

    private static Instant earlier(Instant one, Instant other) {
        return other == null || one.isBefore(other) ? one : other;
    }
}
