package io.rapport.gateway.access.person;

import io.rapport.gateway.access.tenant.Ids;
import io.rapport.gateway.access.tenant.Isolated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Which businesses the people of a business or an organisation see. */
@ApplicationScoped
public class Reach {
    private static final int MOST = 1_000;

    private final Isolated isolated;
    private final EntityManager entities;

    Reach(Isolated isolated, EntityManager entities) {
        this.isolated = isolated;
        this.entities = entities;
    }

    /** By id; to be called in a transaction. */
    @SuppressWarnings("unchecked")
    List<String> of(String owner) {
        if (Ids.isBusiness(owner)) {
            return List.of(owner);
        }
        return (List<String>) entities.createNativeQuery(
                        "select business_id from business_registry where organisation_id = ?1 order by business_id",
                        String.class)
                .setParameter(1, owner)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** Their names, for people to choose by. */
    public List<Seen> named(Collection<String> businesses) {
        if (businesses.isEmpty()) {
            return List.of();
        }
        return isolated.in(Set.copyOf(businesses), this::named);
    }

    /** Row-level security shows the named ones alone. */
    @SuppressWarnings("unchecked")
    private List<Seen> named() {
        List<Object[]> rows = entities.createNativeQuery(
                        "select business_id, name from business order by lower(name), business_id", Object[].class)
                .getResultList();
        return rows.stream()
                .map(row -> new Seen((String) row[0], (String) row[1]))
                .toList();
    }

    /** What the business or organisation is called. */
    public String name(String owner) {
        String query = Ids.isBusiness(owner)
                ? "select name from business where business_id = ?1"
                : "select name from organisation where id = ?1";
        return isolated.in(owner, () -> (String) entities.createNativeQuery(query, String.class)
                .setParameter(1, owner)
                .getSingleResult());
    }

    /** A business that a person may look at. */
    public record Seen(String id, String name) {}
}
