package io.rapport.gateway.business;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** One owner of several businesses. */
@Entity
public class Organisation extends PanacheEntityBase {
    @Id
    public String id;

    public String name;
    public Instant createdAt;
}
