package io.rapport.feedback.privacy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.frame.database.Pace;
import io.rapport.frame.database.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Does this service's part of erasures. What is asked is remembered in memory alone: the asking is repeated, with every
 * delivery of facts, until metrics-service has been told that it is done.
 */
@ApplicationScoped
class ErasureWorker {
    private static final Logger LOG = Logger.getLogger(ErasureWorker.class);

    private final Worker worker = new Worker("erasures", Duration.ofMinutes(1), Duration.ofSeconds(30), this::round);
    private final Set<ErasureAsked> asked = ConcurrentHashMap.newKeySet();
    private final ErasurePart part;

    ErasureWorker(ErasurePart part) {
        this.part = part;
    }

    void start(@Observes StartupEvent started) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    void asked(@Observes ErasureAsked one) {
        if (asked.add(one)) {
            worker.wake();
        }
    }

    private Pace round() {
        for (ErasureAsked one : asked) {
            // Out of the set in any case: if this fails, it is asked again.
            asked.remove(one);
            if (!part.done(one.business(), one.erasure())) {
                LOG.warnf("Erasure %s is not finished here; it goes on when it is asked for again", one.erasure());
            }
        }
        return Pace.IDLE;
    }
}
