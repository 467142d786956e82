package io.rapport.gateway.engagement;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rapport.gateway.proxy.Part;
import io.rapport.gateway.proxy.Parts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;

/** Whether a service is ready, asked at most once in a short while however many want to know. */
@ApplicationScoped
class Readiness {
    private final Cache<Part, CompletableFuture<Boolean>> remembered;
    private final Parts parts;

    Readiness(Parts parts, EngagementConfig config) {
        this.parts = parts;
        this.remembered = Caffeine.newBuilder()
                .expireAfterWrite(config.readinessRememberedFor())
                .build();
    }

    CompletableFuture<Boolean> of(Part part) {
        return remembered.get(part, parts::ready);
    }
}
