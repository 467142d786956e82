package io.rapport.metrics.metric;

import io.rapport.metrics.sql.Sql;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** A fact behind a figure. */
public sealed interface EvidenceFact {

    /** A visit, by the events from its beginning to its end. */
    record VisitFact(
            String fact,
            String visitorId,
            String customerId,
            Instant beganAt,
            Instant endedAt,
            int events,
            int pageViews,
            String entryPage,
            String exitPage,
            String trafficChannel)
            implements EvidenceFact {
        static VisitFact read(ResultSet row) throws SQLException {
            return new VisitFact(
                    "visit",
                    row.getString("visitor_id"),
                    row.getString("customer_id"),
                    Sql.instant(row, "began_at"),
                    Sql.instant(row, "ended_at"),
                    row.getInt("events"),
                    row.getInt("page_views"),
                    row.getString("entry_page"),
                    row.getString("exit_page"),
                    row.getString("traffic_channel"));
        }
    }

    /** A page view that counts, by the source and id of its event. */
    record PageViewFact(
            String fact,
            String source,
            String id,
            String visitorId,
            String customerId,
            Instant occurredAt,
            String page,
            String trafficChannel)
            implements EvidenceFact {
        static PageViewFact read(ResultSet row) throws SQLException {
            return new PageViewFact(
                    "page_view",
                    row.getString("event_source"),
                    row.getString("event_id"),
                    row.getString("visitor_id"),
                    row.getString("customer_id"),
                    Sql.instant(row, "occurred_at"),
                    row.getString("page"),
                    row.getString("traffic_channel"));
        }
    }

    /** A purchase, by the source and id of its event; the amount is in the currency's minor units. */
    record PurchaseFact(
            String fact,
            String source,
            String id,
            String customerId,
            Instant occurredAt,
            Long amountMinor,
            String currency)
            implements EvidenceFact {
        static PurchaseFact read(ResultSet row) throws SQLException {
            return new PurchaseFact(
                    "purchase",
                    row.getString("source"),
                    row.getString("id"),
                    row.getString("customer_id"),
                    Sql.instant(row, "occurred_at"),
                    row.getObject("amount_minor", Long.class),
                    row.getString("currency"));
        }
    }

    /**
     * A feedback.
     *
     * @param link where its words are
     */
    record FeedbackFact(
            String fact,
            String source,
            String id,
            int revision,
            String kind,
            Instant occurredAt,
            BigDecimal rating,
            String label,
            BigDecimal score,
            BigDecimal surveyScore,
            String link)
            implements EvidenceFact {
        static FeedbackFact read(ResultSet row) throws SQLException {
            return new FeedbackFact(
                    "feedback",
                    row.getString("source"),
                    row.getString("id"),
                    row.getInt("revision"),
                    row.getString("kind"),
                    Sql.instant(row, "occurred_at"),
                    row.getBigDecimal("rating"),
                    row.getString("label"),
                    row.getBigDecimal("score"),
                    row.getBigDecimal("survey_score"),
                    "/v1/feedback/" + encoded(row.getString("source")) + "/" + encoded(row.getString("id")));
        }

        private static String encoded(String segment) {
            return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }
}
