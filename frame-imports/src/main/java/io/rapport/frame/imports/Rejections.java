package io.rapport.frame.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.frame.problem.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Rows that were not taken, with the rules that they break and what stood in them. */
@ApplicationScoped
class Rejections {
    private static final int LONGEST_CELL = 10_000;

    private final ObjectMapper json;

    Rejections(ObjectMapper json) {
        this.json = json;
    }

    /** @param number of the row, from 1; the line that names the columns isn't one */
    record Rejection(long number, List<FieldError> errors, List<String> cells) {
        String reason() {
            return String.join(
                    "; ",
                    errors.stream()
                            .map(error -> (error.field() == null ? "" : error.field() + " ") + error.detail())
                            .toList());
        }
    }

    void save(Connection connection, DataImport one, List<Rejection> rejections) throws SQLException {
        for (Rejection rejection : rejections) {
            Sql.of(
                            "insert into import_rejection (business_id, import_id, row, errors, cells)"
                                    + " values (?, ?, ?, ?::jsonb, ?)",
                            one.business(),
                            one.id(),
                            rejection.number(),
                            write(rejection.errors()),
                            rejection.cells().stream().map(Rejections::storable).toArray(String[]::new))
                    .update(connection);
        }
    }

    /** Those after a row, in their order. */
    List<Rejection> after(Connection connection, String business, String id, long row, int most) throws SQLException {
        return Sql.of(
                        "select row, errors, cells from import_rejection where business_id = ? and import_id = ? and row > ?"
                                + " order by row limit ?",
                        business,
                        id,
                        row,
                        most)
                .list(
                        connection,
                        found -> new Rejection(found.getLong(1), read(found.getString(2)), Arrays.asList((String[])
                                found.getArray(3).getArray())));
    }

    static void remove(Connection connection, String business, String id) throws SQLException {
        Sql.of("delete from import_rejection where business_id = ? and import_id = ?", business, id)
                .update(connection);
    }

    /** What can't be stored as it is was a reason to reject the row, and is shown all the same. */
    private static String storable(String cell) {
        String cut = cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) + "…" : cell;
        return cut.replace('\0', '\uFFFD').replaceAll("[\\x{D800}-\\x{DFFF}]", "\uFFFD");
    }

    private String write(List<FieldError> errors) {
        try {
            return json.writeValueAsString(errors);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<FieldError> read(String errors) {
        try {
            return List.of(json.readValue(errors, FieldError[].class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
