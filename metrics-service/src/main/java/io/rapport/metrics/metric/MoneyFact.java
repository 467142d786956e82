package io.rapport.metrics.metric;

import io.rapport.metrics.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A purchase, a refund or what was told of a subscription, by the source and id of its event.
 *
 * @param subject which order or subscription it is about
 * @param amountMinor as it was given, in minor units of its currency
 * @param convertedMinor in the business's currency
 * @param leftOut why it counts nowhere, or has no amount
 */
@Schema(
        name = "MoneyFact",
        description = "A purchase, a refund or what was told of a subscription, by the source and id of its event.")
public record MoneyFact(
        @Schema(enumeration = "money") String fact,
        String source,
        String id,
        @Schema(examples = "refund") String type,
        @Schema(examples = "order:1001") String subject,
        @Schema(nullable = true) String customerId,
        Instant occurredAt,

        @Schema(nullable = true, description = "As it was given, in minor units of its currency.")
        Long amountMinor,

        @Schema(nullable = true) String currency,

        @Schema(nullable = true, description = "In minor units of the business's currency.")
        Long convertedMinor,

        @Schema(
                nullable = true,
                examples = "refund_without_order",
                description =
                        "Why it counts nowhere, or (`no_amount`, `no_rate`) counts without an amount; null where it counts whole.")
        String leftOut)
        implements EvidenceFact {

    public static MoneyFact read(ResultSet row) throws SQLException {
        Long original = row.getObject("original_minor", Long.class);
        Long converted = row.getObject("amount_minor", Long.class);
        String aside = row.getString("set_aside");
        return new MoneyFact(
                "money",
                row.getString("source"),
                row.getString("id"),
                row.getString("type"),
                row.getString("subject"),
                row.getString("customer_id"),
                Sql.instant(row, "occurred_at"),
                original,
                row.getString("currency"),
                converted,
                aside != null || converted != null ? aside : original == null ? "no_amount" : "no_rate");
    }
}
