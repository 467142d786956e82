package io.rapport.feedback.survey;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** A survey; what it asks is in its versions. */
@Entity
@Table(name = "survey")
@IdClass(SurveyEntity.Key.class)
public class SurveyEntity extends PanacheEntityBase {
    @Id
    @Column(name = "business_id")
    public String businessId;

    @Id
    public String id;

    /** The current one. */
    public int version;

    public String name;

    public String type;

    public String touchpoint;

    @Convert(converter = JsonColumns.Settings.class)
    public SurveySettings settings;

    @Column(name = "request_hash")
    public String requestHash;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "updated_at")
    public Instant updatedAt;

    @Column(name = "deleted_at")
    public Instant deletedAt;

    /** The primary key. */
    public record Key(String businessId, String id) implements Serializable {}

    static SurveyEntity any(String business, String id) {
        return findById(new Key(business, id));
    }

    static SurveyEntity locked(String business, String id) {
        return findById(new Key(business, id), LockModeType.PESSIMISTIC_WRITE);
    }

    static List<SurveyEntity> page(String business, String after, int limit) {
        return find("businessId = ?1 and id > ?2 and deletedAt is null order by id", business, after)
                .page(0, limit)
                .list();
    }
}
