package io.rapport.metrics.metric;

import io.rapport.metrics.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An e-mail to one recipient, with what came of it. */
@Schema(name = "MailingFact", description = "An e-mail to one recipient, with what came of it.")
public record MailingFact(
        @Schema(enumeration = "mailing") String fact,

        @Schema(description = "The id of the message; the campaign where it has none.")
        String message,

        @Schema(description = "The customer, or the address where no customer is known.")
        String recipient,

        @Schema(nullable = true) String customerId,
        @Schema(nullable = true) String campaign,

        @Schema(description = "When it was delivered, or sent where the metric counts what was sent.")
        Instant occurredAt,

        @Schema(nullable = true, description = "When a person first opened it.")
        Instant openedAt,

        boolean openedByMachine,

        @Schema(nullable = true) Instant clickedAt,
        boolean unsubscribed,
        boolean complained,
        boolean bounced)
        implements EvidenceFact {

    public static MailingFact read(ResultSet row) throws SQLException {
        return new MailingFact(
                "mailing",
                row.getString("message"),
                row.getString("recipient"),
                row.getString("customer_id"),
                row.getString("campaign"),
                Sql.instant(row, "occurred_at"),
                Sql.instant(row, "opened_at"),
                row.getBoolean("opened_by_machine"),
                Sql.instant(row, "clicked_at"),
                row.getBoolean("unsubscribed"),
                row.getBoolean("complained"),
                row.getBoolean("bounced"));
    }
}
