package io.rapport.feedback.sql;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plain SQL for queues, upserts and lists, on the connection of the current transaction. */
@ApplicationScoped
public class Sql {
    private final AgroalDataSource database;

    Sql(AgroalDataSource database) {
        this.database = database;
    }

    /** Makes an object of a result's current row. */
    public interface Row<T> {
        T read(ResultSet result) throws SQLException;
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    public <T> List<T> list(String sql, Row<T> row, Object... parameters) {
        return run(sql, parameters, statement -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row.read(result));
                }
            }
            return rows;
        });
    }

    public <T> Optional<T> first(String sql, Row<T> row, Object... parameters) {
        return list(sql, row, parameters).stream().findFirst();
    }

    /** The number of rows that were inserted, changed or deleted. */
    public int update(String sql, Object... parameters) {
        return run(sql, parameters, PreparedStatement::executeUpdate);
    }

    /** A timestamptz column. */
    public static Instant instant(ResultSet result, String column) throws SQLException {
        var value = result.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private <T> T run(String sql, Object[] parameters, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                bind(connection, statement, i + 1, parameters[i]);
            }
            return work.on(statement);
        } catch (SQLException failure) {
            throw new SqlFailure(failure);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int position, Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setObject(position, null);
            case Instant instant -> statement.setObject(position, instant.atOffset(ZoneOffset.UTC));
            case String[] texts -> statement.setArray(position, connection.createArrayOf("text", texts));
            case Integer[] numbers -> statement.setArray(position, connection.createArrayOf("integer", numbers));
            case Boolean[] flags -> statement.setArray(position, connection.createArrayOf("boolean", flags));
            case byte[] bytes -> statement.setBytes(position, bytes);
            case byte[][] several -> statement.setArray(position, connection.createArrayOf("bytea", several));
            default -> statement.setObject(position, value);
        }
    }
}
