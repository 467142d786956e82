package io.rapport.metrics.metric;

import io.rapport.metrics.sql.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A measurement that holds: the last that was reported of its series, period and dimensions. */
@Schema(
        name = "MeasurementFact",
        description = "A measurement that holds: the last that was reported of its series, period and dimensions.")
public record MeasuredFact(
        @Schema(enumeration = "measurement") String fact,
        String source,
        @Schema(examples = "followers") String series,
        Instant from,
        Instant to,
        @Schema(nullable = true) String platform,
        BigDecimal value,
        Instant recordedAt)
        implements EvidenceFact {

    public static MeasuredFact read(ResultSet row) throws SQLException {
        return new MeasuredFact(
                "measurement",
                row.getString("source"),
                row.getString("series"),
                Sql.instant(row, "period_from"),
                Sql.instant(row, "period_to"),
                row.getString("platform"),
                row.getBigDecimal("value"),
                Sql.instant(row, "recorded_at"));
    }
}
