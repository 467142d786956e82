package io.rapport.gateway.access.key;

import io.rapport.frame.problem.Problems;
import io.rapport.gateway.access.tenant.Isolated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** Makes, lists and deletes the keys of a business. */
@ApplicationScoped
public class KeyRing {
    private static final int MOST_KEYS = 200;

    private final Isolated isolated;
    private final Keys keys;
    private final EntityManager entities;
    private final Clock clock;

    KeyRing(Isolated isolated, Keys keys, EntityManager entities, Clock clock) {
        this.isolated = isolated;
        this.keys = keys;
        this.entities = entities;
        this.clock = clock;
    }

    /** The first two keys of a new business; to be called in the transaction that stores it. */
    public FirstKeys first(String business, String by) {
        return new FirstKeys(first(business, KeyKind.SECRET, by), first(business, KeyKind.PUBLISHABLE, by));
    }

    private String first(String business, KeyKind kind, String by) {
        KeyText text = KeyText.random(kind, business);
        store(text, kind.most(), "first", by);
        return text.text();
    }

    IssuedKey issue(String business, KeyKind kind, Set<String> scopes, String name, String by) {
        return isolated.in(business, () -> {
            refuseIfUnknownOrFull(business);
            KeyText text = KeyText.random(kind, business);
            return new IssuedKey(text.text(), KeyView.from(store(text, scopes, name, by)));
        });
    }

    List<KeyView> list(String business) {
        return isolated.in(
                business,
                () -> ApiKey.ofBusiness(business).stream().map(KeyView::from).toList());
    }

    KeyView get(String business, String id) {
        return isolated.in(business, () -> KeyView.from(stored(business, id)));
    }

    void delete(String business, String id) {
        String hash = isolated.in(business, () -> {
            ApiKey key = stored(business, id);
            key.delete();
            return key.hash;
        });
        keys.forget(business, hash);
    }

    private ApiKey store(KeyText text, Set<String> scopes, String name, String by) {
        ApiKey key = ApiKey.of(text, scopes, name, clock.instant().truncatedTo(ChronoUnit.MICROS), by);
        key.persist();
        return key;
    }

    private static ApiKey stored(String business, String id) {
        return ApiKey.<ApiKey>findByIdOptional(new ApiKey.Key(business, id))
                .orElseThrow(() -> Problems.notFound("This key"));
    }

    private void refuseIfUnknownOrFull(String business) {
        // Locked, so that two at once can't both take the last place.
        var rows = entities.createNativeQuery("select 1 from business where business_id = ?1 for update")
                .setParameter(1, business)
                .getResultList();
        if (rows.isEmpty()) {
            throw Problems.notFound("This business");
        }
        if (ApiKey.count("businessId", business) >= MOST_KEYS) {
            throw Problems.conflict("A business has at most " + MOST_KEYS + " keys. Delete one first.");
        }
    }

    /** Both whole, to be shown once. */
    public record FirstKeys(String secretKey, String publishableKey) {
        @Override
        public String toString() {
            return "FirstKeys[…]";
        }
    }
}
