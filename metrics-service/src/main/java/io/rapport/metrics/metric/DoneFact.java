package io.rapport.metrics.metric;

import io.rapport.metrics.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that was done, by the source and id of its event.
 *
 * @param outcomeAt when what it was about came to pass: a referral's conversion, a registered person's coming, a next visit
 */
@Schema(name = "EventFact", description = "Something that was done, by the source and id of its event.")
public record DoneFact(
        @Schema(enumeration = "event") String fact,
        String source,
        String id,

        @Schema(nullable = true, examples = "social_reaction")
        String type,

        @Schema(nullable = true) String visitorId,
        @Schema(nullable = true) String customerId,
        Instant occurredAt,
        @Schema(nullable = true) String channel,
        @Schema(nullable = true) String campaign,

        @Schema(
                nullable = true,
                description =
                        "When what it was about came to pass: a referral's conversion, a registered person's coming,"
                                + " the next visit; null where nothing did.")
        Instant outcomeAt)
        implements EvidenceFact {

    public static DoneFact read(ResultSet row) throws SQLException {
        return read(row, row.getString("type"), null);
    }

    /**
     * Of rows that stand for one type of events.
     *
     * @param outcome the column of the outcome's time
     */
    public static Sql.RowReader<EvidenceFact> of(String type, String outcome) {
        return row -> read(row, type, Sql.instant(row, outcome));
    }

    private static DoneFact read(ResultSet row, String type, Instant outcomeAt) throws SQLException {
        return new DoneFact(
                "event",
                row.getString("source"),
                row.getString("id"),
                type,
                row.getString("visitor_id"),
                row.getString("customer_id"),
                Sql.instant(row, "occurred_at"),
                row.getString("channel"),
                row.getString("campaign"),
                outcomeAt);
    }
}
