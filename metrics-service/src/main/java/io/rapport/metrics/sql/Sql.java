package io.rapport.metrics.sql;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGStatement;

/** A statement put together from fragments, each with its own parameters, so that a value never becomes part of the text. */
public final class Sql {
    private static final int AT_ONCE = 5_000;

    /** The driver has rows sent as text, sets of visitors as twice as many digits, until a connection was asked five times. */
    private static final int BINARY_AT_ONCE = -1;

    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    private Sql() {}

    public static Sql of(String fragment, Object... values) {
        return new Sql().add(fragment, values);
    }

    /** Appends a fragment; its question marks take these values. */
    public Sql add(String fragment, Object... values) {
        text.append(fragment).append(' ');
        parameters.addAll(Arrays.asList(values));
        return this;
    }

    /** The value of the next question mark of the text so far. */
    public Sql with(Object value) {
        parameters.add(value);
        return this;
    }

    /** The values of the next question marks. */
    public Sql withAll(Object[] values) {
        parameters.addAll(Arrays.asList(values));
        return this;
    }

    public Sql add(Sql other) {
        text.append(other.text);
        parameters.addAll(other.parameters);
        return this;
    }

    /** Reads each row of the answer. */
    public <T> List<T> list(Connection connection, RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(reader.read(rows));
            }
            return list;
        }
    }

    /** Reads row after row without holding the answer in memory; in a transaction. */
    public void each(Connection connection, RowUser user) throws SQLException {
        try (PreparedStatement statement = prepare(connection)) {
            statement.setFetchSize(AT_ONCE);
            statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY_AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    user.use(rows);
                }
            }
        }
    }

    public int update(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, jdbc(connection, parameters.get(i)));
        }
        return statement;
    }

    private static Object jdbc(Connection connection, Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Instant instant -> offset(instant);
            case Instant[] instants -> new InstantArray(instants);
            case String[] strings -> array(connection, "text", strings);
            case Long[] numbers -> array(connection, "int8", numbers);
            case Integer[] numbers -> array(connection, "int4", numbers);
            case BigDecimal[] numbers -> array(connection, "numeric", numbers);
            case UUID[] ids -> array(connection, "uuid", ids);
            case Boolean[] truths -> array(connection, "bool", truths);
            case LocalDate[] days -> array(connection, "date", days);
            case byte[][] bytes -> array(connection, "bytea", bytes);
            default -> value;
        };
    }

    private static Array array(Connection connection, String type, Object[] elements) throws SQLException {
        return connection.createArrayOf(type, elements);
    }

    private static OffsetDateTime offset(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** An instant of a row; null where the column is. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** Does something with the current row. */
    @FunctionalInterface
    public interface RowUser {
        void use(ResultSet row) throws SQLException;
    }

    /** Makes one value of the current row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
