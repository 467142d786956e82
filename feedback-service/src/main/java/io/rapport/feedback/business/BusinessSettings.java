package io.rapport.feedback.business;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;

/** The copy of a business's settings that the gateway sends; the gateway owns them. */
@Entity
@Table(name = "business_settings")
public class BusinessSettings extends PanacheEntityBase {
    @Id
    @Column(name = "business_id")
    public String businessId;

    public long version;

    public String name;

    @Column(name = "time_zone")
    public String timeZone;

    /** All of them as they came, for what later needs more of it. */
    public String body;

    @Column(name = "received_at")
    public Instant receivedAt;

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
