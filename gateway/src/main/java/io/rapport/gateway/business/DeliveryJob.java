package io.rapport.gateway.business;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.rapport.frame.database.DatabaseFailure;
import io.rapport.gateway.access.tenant.Isolated;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Tells the services, for as long as it takes, what they could not be told when it changed. */
@ApplicationScoped
class DeliveryJob {
    private static final Logger LOG = Logger.getLogger(DeliveryJob.class);
    private static final int BATCH = 20;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Isolated isolated;
    private final DeliveryQueue queue;
    private final Businesses businesses;
    private final SettingsPush push;
    private final Clock clock;

    DeliveryJob(Isolated isolated, DeliveryQueue queue, Businesses businesses, SettingsPush push, Clock clock) {
        this.isolated = isolated;
        this.queue = queue;
        this.businesses = businesses;
        this.push = push;
        this.clock = clock;
    }

    @Scheduled(every = "{rapport.settings.retry-every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        try {
            Instant now = clock.instant();
            isolated.unbound(() -> queue.claim(now, now.plus(Businesses.LEASE), BATCH))
                    .forEach(this::deliver);
        } catch (RuntimeException failure) {
            if (!DatabaseFailure.isOutage(failure)) {
                throw failure;
            }
            LOG.debug("The database does not answer; trying again", failure);
        }
    }

    private void deliver(DeliveryQueue.Delivery delivery) {
        String business = delivery.business();
        Optional<SettingsMessage> message = businesses.message(business);
        boolean taken = message.isEmpty() || push.to(delivery.part(), business, message.get());
        int version = message.map(SettingsMessage::version).orElse(delivery.version());
        isolated.run(business, () -> {
            if (taken) {
                queue.done(business, delivery.part(), version);
            } else {
                queue.again(
                        business,
                        delivery.part(),
                        delivery.version(),
                        clock.instant().plus(pause(delivery)));
            }
        });
    }

    private static Duration pause(DeliveryQueue.Delivery delivery) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(delivery.attempts() - 1, 5));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
