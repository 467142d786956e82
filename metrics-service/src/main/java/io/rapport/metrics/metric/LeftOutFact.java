package io.rapport.metrics.metric;

import io.rapport.metrics.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event that is counted nowhere, and why. */
@Schema(name = "LeftOutFact", description = "An event that is counted nowhere, and why.")
public record LeftOutFact(
        @Schema(enumeration = "left_out_event") String fact,
        String source,
        String id,
        String type,
        Instant occurredAt,

        @Schema(enumeration = {"bot", "prefetch", "internal", "machine"})
        String reason)
        implements EvidenceFact {

    public static LeftOutFact read(ResultSet row) throws SQLException {
        return new LeftOutFact(
                "left_out_event",
                row.getString("source"),
                row.getString("id"),
                row.getString("type"),
                Sql.instant(row, "occurred_at"),
                row.getString("left_out"));
    }
}
