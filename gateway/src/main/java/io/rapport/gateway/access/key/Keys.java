package io.rapport.gateway.access.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rapport.gateway.access.tenant.Isolated;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds the key that a caller presents, inside the business that it names.
 *
 * <p>What was found, or not found, is remembered for a short time, by hash. A key that is deleted here is forgotten at once;
 * another replica forgets it when that time is over.
 */
@ApplicationScoped
public class Keys {
    private static final int MOST_REMEMBERED = 50_000;

    private final Cache<Presented, Optional<KnownKey>> remembered;
    private final Isolated isolated;

    Keys(
            Isolated isolated,
            @ConfigProperty(name = "rapport.keys.remembered-for", defaultValue = "30S") Duration rememberedFor) {
        this.isolated = isolated;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(rememberedFor)
                .build();
    }

    /** Whom the key belongs to, as far as that is remembered. */
    public Optional<KnownKey> recall(KeyText key) {
        Optional<KnownKey> known = remembered.getIfPresent(new Presented(key.business(), key.hash()));
        return known == null ? Optional.empty() : known;
    }

    /** Asks the database if it must; blocks. */
    public Optional<KnownKey> find(KeyText key) {
        return remembered.get(new Presented(key.business(), key.hash()), this::load);
    }

    /** To be called after the deletion has been committed. */
    void forget(String business, String hash) {
        remembered.invalidate(new Presented(business, hash));
    }

    private Optional<KnownKey> load(Presented presented) {
        return isolated.in(presented.business, () -> ApiKey.ofHash(presented.business, presented.hash)
                .map(Keys::known));
    }

    private static KnownKey known(ApiKey key) {
        return new KnownKey(key.id, key.businessId, key.keyKind(), key.scopeSet());
    }

    private record Presented(String business, String hash) {}
}
