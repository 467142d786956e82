package io.rapport.gateway.access.session;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A link or a session, known by its hash. */
@Entity
@IdClass(BrowserPass.Key.class)
public class BrowserPass extends PanacheEntityBase {
    @Id
    public String businessId;

    @Id
    public String hash;

    public String kind;
    public String keyId;
    public String scopes;
    public Instant createdAt;
    public Instant expiresAt;

    /** The primary key. */
    public record Key(String businessId, String hash) {}

    static BrowserPass of(PassText text, String keyId, Set<String> scopes, Instant now, Instant expiresAt) {
        BrowserPass pass = new BrowserPass();
        pass.businessId = text.owner();
        pass.hash = text.hash();
        pass.kind = text.kind().label();
        pass.keyId = keyId;
        pass.scopes = String.join(" ", new TreeSet<>(scopes));
        pass.createdAt = now;
        pass.expiresAt = expiresAt;
        return pass;
    }

    static Optional<BrowserPass> valid(PassText text, Instant now) {
        return find(
                        "businessId = ?1 and hash = ?2 and kind = ?3 and expiresAt > ?4",
                        text.owner(),
                        text.hash(),
                        text.kind().label(),
                        now)
                .firstResultOptional();
    }

    /** Whether there was one to take: of two at once only one finds it. */
    static boolean take(PassText text) {
        return delete("businessId = ?1 and hash = ?2", text.owner(), text.hash()) == 1;
    }

    static void deleteExpired(String business, Instant now) {
        delete("businessId = ?1 and expiresAt <= ?2", business, now);
    }

    Set<String> scopeSet() {
        return scopes.isEmpty() ? Set.of() : Set.of(scopes.split(" "));
    }
}
