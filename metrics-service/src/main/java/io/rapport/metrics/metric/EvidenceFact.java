package io.rapport.metrics.metric;

import io.rapport.metrics.sql.Sql;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fact behind a figure. */
@Schema(
        name = "EvidenceFact",
        description = "A fact behind a figure; `fact` says which sort.",
        oneOf = {
            EvidenceFact.VisitFact.class,
            EvidenceFact.PageViewFact.class,
            MoneyFact.class,
            EvidenceFact.FeedbackFact.class,
            DoneFact.class,
            MailingFact.class,
            MeasuredFact.class,
            LeftOutFact.class
        },
        discriminatorProperty = "fact",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "visit", schema = EvidenceFact.VisitFact.class),
            @DiscriminatorMapping(value = "page_view", schema = EvidenceFact.PageViewFact.class),
            @DiscriminatorMapping(value = "money", schema = MoneyFact.class),
            @DiscriminatorMapping(value = "feedback", schema = EvidenceFact.FeedbackFact.class),
            @DiscriminatorMapping(value = "event", schema = DoneFact.class),
            @DiscriminatorMapping(value = "mailing", schema = MailingFact.class),
            @DiscriminatorMapping(value = "measurement", schema = MeasuredFact.class),
            @DiscriminatorMapping(value = "left_out_event", schema = LeftOutFact.class)
        })
public sealed interface EvidenceFact
        permits EvidenceFact.VisitFact,
                EvidenceFact.PageViewFact,
                MoneyFact,
                EvidenceFact.FeedbackFact,
                DoneFact,
                MailingFact,
                MeasuredFact,
                LeftOutFact {

    /** A visit, by the events from its beginning to its end. */
    record VisitFact(
            @Schema(enumeration = "visit") String fact,
            @Schema(nullable = true) String visitorId,
            @Schema(nullable = true) String customerId,
            Instant beganAt,
            Instant endedAt,
            int events,
            int pageViews,
            @Schema(nullable = true) String entryPage,
            @Schema(nullable = true) String exitPage,
            @Schema(nullable = true) String trafficChannel)
            implements EvidenceFact {
        public static VisitFact read(ResultSet row) throws SQLException {
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
            @Schema(enumeration = "page_view") String fact,
            String source,
            String id,
            @Schema(nullable = true) String visitorId,
            @Schema(nullable = true) String customerId,
            Instant occurredAt,
            @Schema(nullable = true) String page,
            @Schema(nullable = true) String trafficChannel)
            implements EvidenceFact {
        public static PageViewFact read(ResultSet row) throws SQLException {
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

    /**
     * A feedback.
     *
     * @param link where its words are
     */
    record FeedbackFact(
            @Schema(enumeration = "feedback") String fact,
            String source,
            String id,
            int revision,
            String kind,
            Instant occurredAt,
            @Schema(nullable = true) BigDecimal rating,
            @Schema(nullable = true) String label,
            @Schema(nullable = true) BigDecimal score,
            @Schema(nullable = true) BigDecimal surveyScore,
            String link)
            implements EvidenceFact {
        public static FeedbackFact read(ResultSet row) throws SQLException {
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
