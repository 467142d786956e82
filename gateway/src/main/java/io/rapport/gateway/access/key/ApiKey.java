package io.rapport.gateway.access.key;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import io.rapport.gateway.access.tenant.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A key of a business, known by its hash. */
@Entity
@IdClass(ApiKey.Key.class)
public class ApiKey extends PanacheEntityBase {
    @Id
    public String businessId;

    @Id
    public String id;

    public String hash;
    public String kind;
    public String name;
    public String scopes;
    public String hint;
    public Instant createdAt;
    public String createdBy;

    /** The primary key. */
    public record Key(String businessId, String id) {}

    static ApiKey of(KeyText text, Set<String> scopes, String name, Instant now, String createdBy) {
        ApiKey key = new ApiKey();
        key.businessId = text.business();
        key.id = Ids.ofKey(text.business());
        key.hash = text.hash();
        key.kind = text.kind().label();
        key.name = name;
        key.scopes = String.join(" ", new TreeSet<>(scopes));
        key.hint = text.hint();
        key.createdAt = now;
        key.createdBy = createdBy;
        return key;
    }

    static Optional<ApiKey> ofHash(String business, String hash) {
        return find("businessId = ?1 and hash = ?2", business, hash).firstResultOptional();
    }

    static List<ApiKey> ofBusiness(String business) {
        return list("businessId = ?1", Sort.by("createdAt", "id"), business);
    }

    Set<String> scopeSet() {
        return Set.of(scopes.split(" "));
    }

    KeyKind keyKind() {
        return KeyKind.ofLabel(kind);
    }
}
