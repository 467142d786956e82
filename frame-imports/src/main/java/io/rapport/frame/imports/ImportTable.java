package io.rapport.frame.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table of imports. */
@ApplicationScoped
class ImportTable {
    private final ObjectMapper json;

    ImportTable(ObjectMapper json) {
        this.json = json;
    }

    /** Begins one of which nothing is known yet but who sends it. */
    void begin(Connection connection, String business, String id, String kind, String by, Instant now)
            throws SQLException {
        Sql.of(
                        "insert into data_import (business_id, id, kind, format, state, created_at, created_by)"
                                + " values (?, ?, ?, 'csv', 'receiving', ?, ?)",
                        business,
                        id,
                        kind,
                        now,
                        by)
                .update(connection);
    }

    /** All of the file is here. */
    void received(Connection connection, String business, String id, Upload.Form form, long bytes) throws SQLException {
        Sql.of(
                        "update data_import set state = 'waiting', kind = ?, format = ?, file_name = ?, mapping = ?::jsonb,"
                                + " bytes = ? where business_id = ? and id = ?",
                        form.kind(),
                        form.format(),
                        form.fileName(),
                        form.mapping() == null ? null : form.mapping().text(),
                        bytes,
                        business,
                        id)
                .update(connection);
    }

    Optional<DataImport> find(Connection connection, String business, String id) throws SQLException {
        return Sql.of("select * from data_import where business_id = ? and id = ?", business, id)
                .list(connection, this::read)
                .stream()
                .findFirst();
    }

    /** Newest first. */
    List<DataImport> list(Connection connection, String business, Instant before, String beforeId, int most)
            throws SQLException {
        Sql sql = Sql.of("select * from data_import where business_id = ? and state <> 'receiving'", business);
        if (before != null) {
            sql.add("and (created_at, id collate \"C\") < (?, ?)", before, beforeId);
        }
        return sql.add("order by created_at desc, id collate \"C\" desc limit ?", most)
                .list(connection, this::read);
    }

    /** Goes from one state to the next. @return false where it isn't, or no longer, in one of those before */
    boolean go(
            Connection connection, DataImport one, DataImport.State to, String failure, Instant now, String... before)
            throws SQLException {
        return Sql.of(
                                "update data_import set state = ?, failure = coalesce(?, failure), finished_at = ?"
                                        + " where business_id = ? and id = ? and state = any (?)",
                                to.text(),
                                failure,
                                now,
                                one.business(),
                                one.id(),
                                before)
                        .update(connection)
                == 1;
    }

    void columns(Connection connection, DataImport one, List<String> columns) throws SQLException {
        Sql.of(
                        "update data_import set columns = ? where business_id = ? and id = ?",
                        columns.toArray(String[]::new),
                        one.business(),
                        one.id())
                .update(connection);
    }

    /**
     * Notes how far it is, in the transaction that stores what was read.
     *
     * @param rowsBefore how many rows were read before
     * @return false where somebody else has read them, or it is being taken back
     */
    boolean advance(Connection connection, DataImport one, long rowsBefore, Step step) throws SQLException {
        return Sql.of(
                                "update data_import set rows = rows + ?, accepted = accepted + ?, duplicates = duplicates + ?,"
                                        + " rejected = rejected + ?, first_at = least(first_at, ?), last_at = greatest(last_at, ?)"
                                        + " where business_id = ? and id = ? and rows = ? and state = 'running'",
                                step.rows(),
                                step.accepted(),
                                step.duplicates(),
                                step.rejected(),
                                step.firstAt(),
                                step.lastAt(),
                                one.business(),
                                one.id(),
                                rowsBefore)
                        .update(connection)
                == 1;
    }

    /** What reading some rows came to. */
    record Step(int rows, int accepted, int duplicates, int rejected, Instant firstAt, Instant lastAt) {}

    void delete(Connection connection, String business, String id) throws SQLException {
        Sql.of("delete from data_import where business_id = ? and id = ?", business, id)
                .update(connection);
    }

    private DataImport read(ResultSet row) throws SQLException {
        String mapping = row.getString("mapping");
        Array columns = row.getArray("columns");
        return new DataImport(
                row.getString("business_id"),
                row.getString("id"),
                row.getString("kind"),
                row.getString("format"),
                row.getString("file_name"),
                mapping == null ? null : mapping(mapping),
                DataImport.State.of(row.getString("state")),
                row.getString("failure"),
                columns == null ? null : List.of((String[]) columns.getArray()),
                row.getLong("bytes"),
                row.getLong("rows"),
                row.getLong("accepted"),
                row.getLong("duplicates"),
                row.getLong("rejected"),
                Sql.instant(row, "first_at"),
                Sql.instant(row, "last_at"),
                Sql.instant(row, "created_at"),
                row.getString("created_by"),
                Sql.instant(row, "finished_at"));
    }

    private Mapping mapping(String text) {
        try {
            return Mapping.read(json.readTree(text));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
