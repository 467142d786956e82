package io.rapport.metrics.segment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.rapport.frame.json.JsonInput;
import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Where saved segments are kept. */
final class SegmentTable {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private SegmentTable() {}

    /** Lets no other change the business's segments until the transaction ends, so that names stay apart. */
    static void lock(Connection connection, String business) throws SQLException {
        Sql.of("select pg_advisory_xact_lock(hashtext('segment'), hashtext(?))::text", business)
                .list(connection, row -> true);
    }

    /** In the order of their names. */
    static List<SegmentRow> all(Connection connection, String business) throws SQLException {
        return Sql.of("select * from segment where business_id = ? order by lower(name), id", business)
                .list(connection, SegmentTable::row);
    }

    static Optional<SegmentRow> find(Connection connection, String business, String id) throws SQLException {
        if (!SegmentIds.PATTERN.matcher(id).matches()) {
            return Optional.empty();
        }
        return Sql.of("select * from segment where business_id = ? and id = ?", business, id)
                .list(connection, SegmentTable::row)
                .stream()
                .findFirst();
    }

    static Optional<SegmentRow> findOrNamed(Connection connection, String business, String idOrName)
            throws SQLException {
        Optional<SegmentRow> found = find(connection, business, idOrName);
        return found.isPresent() ? found : named(connection, business, idOrName);
    }

    static Optional<SegmentRow> named(Connection connection, String business, String name) throws SQLException {
        return Sql.of("select * from segment where business_id = ? and lower(name) = lower(?)", business, name)
                .list(connection, SegmentTable::row)
                .stream()
                .findFirst();
    }

    static void insert(Connection connection, String business, SegmentRow row) throws SQLException {
        Sql.of(
                        "insert into segment (business_id, id, name, rule, version, created_at, created_by, changed_at,"
                                + " request_hash) values (?, ?, ?, ?::json, ?, ?, ?, ?, ?)",
                        business,
                        row.id(),
                        row.name(),
                        RuleWriter.write(row.rule()).toString(),
                        row.version(),
                        row.createdAt(),
                        row.createdBy(),
                        row.changedAt(),
                        row.requestHash())
                .update(connection);
    }

    static void update(Connection connection, String business, SegmentRow row) throws SQLException {
        Sql.of(
                        "update segment set name = ?, rule = ?::json, version = ?, changed_at = ?"
                                + " where business_id = ? and id = ?",
                        row.name(),
                        RuleWriter.write(row.rule()).toString(),
                        row.version(),
                        row.changedAt(),
                        business,
                        row.id())
                .update(connection);
    }

    static boolean delete(Connection connection, String business, String id) throws SQLException {
        return Sql.of("delete from segment where business_id = ? and id = ?", business, id)
                        .update(connection)
                > 0;
    }

    private static SegmentRow row(ResultSet row) throws SQLException {
        return new SegmentRow(
                row.getString("id"),
                row.getString("name"),
                rule(row.getString("rule")),
                row.getInt("version"),
                Sql.instant(row, "created_at"),
                row.getString("created_by"),
                Sql.instant(row, "changed_at"),
                row.getString("request_hash"));
    }

    private static Rule rule(String json) {
        try {
            JsonInput body =
                    JsonInput.object(JsonNodeFactory.instance.objectNode().set("rule", JSON.readTree(json)));
            Rule rule = RuleReader.read(body, "rule");
            body.finish();
            return rule;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
