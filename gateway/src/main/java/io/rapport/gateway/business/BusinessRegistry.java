package io.rapport.gateway.business;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** That a business exists: and whose it is: all that may be seen of it without naming it first. */
@Entity
public class BusinessRegistry extends PanacheEntityBase {
    @Id
    public String businessId;

    public String organisationId;
    public Instant createdAt;

    static BusinessRegistry of(String business, String organisation, Instant now) {
        BusinessRegistry entry = new BusinessRegistry();
        entry.businessId = business;
        entry.organisationId = organisation;
        entry.createdAt = now;
        return entry;
    }
}
