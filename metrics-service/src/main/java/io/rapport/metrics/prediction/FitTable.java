package io.rapport.metrics.prediction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.metrics.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The table of fits. */
@ApplicationScoped
class FitTable {
    /** Versions of a model that are kept: more than a year of nights. */
    private static final int KEPT = 400;

    private final ObjectMapper json;

    FitTable(ObjectMapper json) {
        this.json = json;
    }

    /** The same that waits already is the same fit. */
    ModelFit ask(Connection connection, ModelFit wanted) throws SQLException {
        List<ModelFit> waiting = List.of();
        // One that is done in between waits no more, and another takes its place.
        while (waiting.isEmpty()) {
            insert(connection, wanted);
            waiting = Sql.of(
                            "select * from model_fit where business_id = ? and model = ? and from_day = ? and to_day = ?"
                                    + " and state = 'waiting'",
                            wanted.business(),
                            wanted.model().text(),
                            wanted.from(),
                            wanted.to())
                    .list(connection, this::read);
        }
        return waiting.getFirst();
    }

    private static void insert(Connection connection, ModelFit wanted) throws SQLException {
        Sql.of(
                        "insert into model_fit (business_id, id, model, state, from_day, to_day, requested_at, requested_by)"
                                + " values (?, ?, ?, 'waiting', ?, ?, ?, ?)"
                                + " on conflict (business_id, model, from_day, to_day) where state = 'waiting' do nothing",
                        wanted.business(),
                        wanted.id(),
                        wanted.model().text(),
                        wanted.from(),
                        wanted.to(),
                        wanted.requestedAt(),
                        wanted.requestedBy())
                .update(connection);
    }

    Optional<ModelFit> find(Connection connection, String business, String id) throws SQLException {
        return Sql.of("select * from model_fit where business_id = ? and id = ?", business, id)
                .list(connection, this::read)
                .stream()
                .findFirst();
    }

    /** The one that holds, and whether or not all customers were told of it yet. */
    Optional<ModelFit> latest(Connection connection, String business, ModelName model) throws SQLException {
        return Sql.of(
                        "select * from model_fit where business_id = ? and model = ? and version is not null"
                                + " order by version desc limit 1",
                        business,
                        model.text())
                .list(connection, this::read)
                .stream()
                .findFirst();
    }

    /** Those of lower versions that are done, highest first. */
    List<ModelFit> page(Connection connection, String business, ModelName model, int below, int most)
            throws SQLException {
        return Sql.of(
                        "select * from model_fit where business_id = ? and model = ? and version < ?"
                                + " and state = 'done' order by version desc limit ?",
                        business,
                        model.text(),
                        below,
                        most)
                .list(connection, this::read);
    }

    /** Gives it what it found and the next version, and lets those go that are long past. */
    void found(Connection connection, ModelFit fit, Fitting fitting) throws SQLException {
        Sql.of("select pg_advisory_xact_lock(hashtext('model_fit'), hashtext(?))::text", fit.business())
                .list(connection, row -> true);
        Sql.of(
                        "update model_fit set result = ?::jsonb, version = coalesce(version, 1 + coalesce((select max(version)"
                                + " from model_fit where business_id = ? and model = ?), 0))"
                                + " where business_id = ? and id = ? and state = 'waiting'",
                        text(fitting),
                        fit.business(),
                        fit.model().text(),
                        fit.business(),
                        fit.id())
                .update(connection);
        Sql.of(
                        "delete from model_fit where business_id = ? and model = ? and state <> 'waiting' and version <="
                                + " (select max(version) from model_fit where business_id = ? and model = ?) - ?",
                        fit.business(),
                        fit.model().text(),
                        fit.business(),
                        fit.model().text(),
                        KEPT)
                .update(connection);
    }

    void done(Connection connection, ModelFit fit, Instant now) throws SQLException {
        Sql.of(
                        "update model_fit set state = 'done', finished_at = ?"
                                + " where business_id = ? and id = ? and state = 'waiting'",
                        now,
                        fit.business(),
                        fit.id())
                .update(connection);
    }

    void failed(Connection connection, String business, String id, String why, Instant now) throws SQLException {
        Sql.of(
                        "update model_fit set state = 'failed', failure = ?, finished_at = ?"
                                + " where business_id = ? and id = ? and state = 'waiting'",
                        why,
                        now,
                        business,
                        id)
                .update(connection);
    }

    private ModelFit read(ResultSet row) throws SQLException {
        String result = row.getString("result");
        return new ModelFit(
                row.getString("business_id"),
                row.getString("id"),
                ModelName.find(row.getString("model")).orElseThrow(),
                ModelFit.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getObject("version", Integer.class),
                result == null ? null : fitting(result),
                row.getString("failure"),
                Sql.instant(row, "requested_at"),
                row.getString("requested_by"),
                Sql.instant(row, "finished_at"));
    }

    private String text(Fitting fitting) {
        try {
            return json.writeValueAsString(fitting);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Fitting fitting(String text) {
        try {
            return json.readValue(text, Fitting.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A stored fit can't be read", impossible);
        }
    }
}
