package io.rapport.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * A bucket of tokens for each caller. Buckets that nobody uses are dropped when they are full again, which changes nothing;
 * past the number that memory allows the least used go first.
 */
@ApplicationScoped
public class RateLimits {
    private static final int MOST_BUCKETS = 200_000;
    private static final Duration UNUSED = Duration.ofMinutes(2);

    private final Cache<Caller, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(UNUSED)
            .build();
    private final LimitsConfig limits;

    RateLimits(LimitsConfig limits) {
        this.limits = limits;
    }

    /** Takes a token for a call; returns how long to wait where there is none. */
    Optional<Duration> take(Principal principal, String address) {
        return switch (principal.kind()) {
            case SECRET, ADMIN -> take(new Caller(principal.subject(), ""), limits.server());
            case SESSION, PERSON -> take(new Caller(principal.subject(), address), limits.browser());
            case PUBLISHABLE -> take(new Caller(principal.subject(), address), limits.browser());
            case FORM -> take(new Caller("forms", address), limits.browser());
            case WEBHOOK -> take(new Caller("webhooks", address), limits.webhook());
        };
    }

    /** How long to wait after too many failures of this kind; takes nothing. */
    public Optional<Duration> afterFailures(String of, String address) {
        Bucket bucket = buckets.getIfPresent(new Caller("failure:" + of, address));
        return bucket == null
                ? Optional.empty()
                : pause(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    public void failed(String of, String address) {
        take(new Caller("failure:" + of, address), limits.failure());
    }

    private Optional<Duration> take(Caller caller, LimitsConfig.Limit limit) {
        Bucket bucket = buckets.get(caller, unused -> bucket(limit));
        return pause(bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    private static Optional<Duration> pause(long nanos) {
        return nanos > 0 ? Optional.of(Duration.ofNanos(nanos)) : Optional.empty();
    }

    private static Bucket bucket(LimitsConfig.Limit limit) {
        return Bucket.builder()
                .addLimit(band -> band.capacity(limit.burst()).refillGreedy(limit.perSecond(), Duration.ofSeconds(1)))
                .build();
    }

    private record Caller(String subject, String address) {}
}
