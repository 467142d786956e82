package io.rapport.gateway.business;

import io.agroal.api.AgroalDataSource;
import io.rapport.gateway.proxy.Part;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which service has yet to be told of which business's settings. Each method runs in the caller's transaction.
 *
 * <p>Whoever claims an entry has it for the length of a lease, so that two replicas don't do the same work; if they did, no
 * harm would come of it, since a service ignores a version that it has.
 */
@ApplicationScoped
class DeliveryQueue {
    private static final String PUT = """
            insert into settings_delivery (business_id, part, version, attempts, due_at) values (?, ?, ?, 0, ?)
            on conflict (business_id, part) do update
              set version = excluded.version, attempts = 0, due_at = excluded.due_at
            """;
    private static final String CLAIM = """
            update settings_delivery set due_at = ?, attempts = attempts + 1
            where (business_id, part) in (
              select business_id, part from settings_delivery where due_at <= ? order by due_at limit ?
              for update skip locked)
            returning business_id, part, version, attempts
            """;
    private static final String DONE =
            "delete from settings_delivery where business_id = ? and part = ? and version <= ?";
    private static final String AGAIN =
            "update settings_delivery set due_at = ? where business_id = ? and part = ? and version = ?";
    private static final String PENDING = "select part from settings_delivery where business_id = ? order by part";

    private final AgroalDataSource database;

    DeliveryQueue(AgroalDataSource database) {
        this.database = database;
    }

    void put(String business, Part part, int version, Instant dueAt) {
        execute(PUT, business, part.label(), version, Timestamp.from(dueAt));
    }

    List<Delivery> claim(Instant now, Instant leaseUntil, int most) {
        return query(
                CLAIM,
                row -> new Delivery(row.getString(1), Part.of(row.getString(2)), row.getInt(3), row.getInt(4)),
                Timestamp.from(leaseUntil),
                Timestamp.from(now),
                most);
    }

    /** The service has this version; a later one stays due. */
    void done(String business, Part part, int version) {
        execute(DONE, business, part.label(), version);
    }

    void again(String business, Part part, int version, Instant dueAt) {
        execute(AGAIN, Timestamp.from(dueAt), business, part.label(), version);
    }

    List<String> pending(String business) {
        return query(PENDING, row -> row.getString(1), business);
    }

    private void execute(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new QueueFailure(failure);
        }
    }

    private <T> List<T> query(String sql, Row<T> row, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row.read(result));
            }
            return rows;
        } catch (SQLException failure) {
            throw new QueueFailure(failure);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** @param attempts how often it has been tried, this time included */
    record Delivery(String business, Part part, int version, int attempts) {}

    private interface Row<T> {
        T read(ResultSet result) throws SQLException;
    }

    private static final class QueueFailure extends RuntimeException {
        QueueFailure(SQLException cause) {
            super(cause);
        }
    }
}
