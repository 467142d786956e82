package io.rapport.metrics.business;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The copy of a business's settings that the gateway owns and sends; the highest version holds. */
@Entity
@Table(name = "business_settings")
class BusinessSettings extends PanacheEntityBase {
    @Id
    @Column(name = "business_id")
    String businessId;

    long version;

    @JdbcTypeCode(SqlTypes.JSON)
    String settings;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(name = "keep_since")
    Instant keepSince;

    @Column(name = "kept_from")
    LocalDate keptFrom;
}
