package io.rapport.feedback.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;

/**
 * Connections as they stood a second ago at most, so that not each delivery asks the database for its own. What this process
 * changes is seen at once; what another has changed is, within that second.
 */
@ApplicationScoped
class KnownConnections {
    private final Cache<String, ConnectionEntity> cache = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(10_000)
            .build();

    /** The connection, which there must be; its secrets are as they are stored. */
    ConnectionEntity live(String business, String id) {
        return cache.get(id, asked -> QuarkusTransaction.requiringNew().call(() -> Connections.live(business, asked)));
    }

    void changed(@Observes(during = TransactionPhase.AFTER_COMPLETION) ConnectionChanged changed) {
        cache.invalidate(changed.connection());
    }
}
