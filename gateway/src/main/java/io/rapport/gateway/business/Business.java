package io.rapport.gateway.business;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** A business and its settings; the version rises with every change. */
@Entity
public class Business extends PanacheEntityBase {
    @Id
    public String businessId;

    public String organisationId;
    public String name;
    public String timeZone;
    public String currency;

    /** The other settings, as {@link Settings} in JSON. */
    public String settings;

    public int version;
    public Instant createdAt;
    public Instant updatedAt;
}
