package io.rapport.feedback.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** A business's link to one outside source. */
@Entity
@Table(name = "connection")
@IdClass(ConnectionEntity.Key.class)
public class ConnectionEntity extends PanacheEntityBase {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Id
    @Column(name = "business_id")
    public String businessId;

    @Id
    public String id;

    public String type;

    public String name;

    /** Encrypted; gone once the connection is deleted. */
    public byte[] secret;

    /** The one before, while the source may still sign with it. */
    @Column(name = "previous_secret")
    public byte[] previousSecret;

    @Column(name = "previous_until")
    public Instant previousUntil;

    @Column(name = "rotation_key")
    public String rotationKey;

    /** Encrypted; an object of texts. */
    public byte[] credentials;

    public String mapping;

    public String settings;

    @Column(name = "request_hash")
    public String requestHash;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "created_by")
    public String createdBy;

    @Column(name = "deleted_at")
    public Instant deletedAt;

    /** The primary key. */
    public record Key(String businessId, String id) implements Serializable {}

    /** Lets whoever changes its secret wait for whoever does so already. */
    void lock() {
        getEntityManager().refresh(this, LockModeType.PESSIMISTIC_WRITE);
    }

    static ConnectionEntity any(String business, String id) {
        return findById(new Key(business, id));
    }

    /** The connection, or null if there is none or it was deleted. */
    static ConnectionEntity live(String business, String id) {
        ConnectionEntity found = any(business, id);
        return found == null || found.deletedAt != null ? null : found;
    }

    static List<ConnectionEntity> page(String business, String after, int limit) {
        return find("businessId = ?1 and id > ?2 and deletedAt is null order by id", business, after)
                .page(0, limit)
                .list();
    }

    Connector.ConnectionOptions options() {
        return new Connector.ConnectionOptions(tree(mapping), tree(settings));
    }

    static JsonNode tree(String text) {
        try {
            return text == null ? null : JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
