package io.rapport.metrics.advocacy;

import io.rapport.metrics.metric.DoneFact;
import io.rapport.metrics.metric.EvidenceFact;
import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.sql.Sql;

/** What metrics of advocacy and of human contact count. */
final class AdvocacySources {
    /**
     * What customers did. Whoever did anything in a period is an active customer of it; what was merely done to them, such as an
     * e-mail that they were sent, is nothing that they did.
     */
    static final FactSource ACTIVITY = source(
            "customer_event",
            "seq",
            "type not in ('email_sent', 'email_delivered', 'email_bounced', 'sms_delivered', 'push_delivered', 'message_delivered',"
                    + " 'letter_delivered', 'call_received', 'social_impression', 'survey_shown')"
                    + " and not coalesce(properties -> 'machine' = 'true', false)",
            DoneFact::read,
            "channel",
            "campaign",
            "location");

    static final FactSource REFERRALS = source(
            "referral",
            "referral",
            "occurred_at is not null",
            DoneFact.of("referral_made", "converted_at"),
            "channel",
            "campaign",
            "location");

    static final FactSource REGISTRATIONS = source(
            "registration",
            "event || '/' || person",
            "occurred_at is not null",
            DoneFact.of("event_registered", "attended_at"),
            "event",
            "channel",
            "campaign",
            "location");

    static final FactSource STORE_VISITS = source(
            "store_visit",
            "seq",
            null,
            DoneFact.of("store_visit", "again_at"),
            "channel",
            "campaign",
            "touchpoint",
            "location");

    /** What makes customers advocates. */
    static final FactSource ADVOCACY = new FactSource(
            "advocacy",
            "occurred_at",
            "type || '/' || source || '/' || id",
            "customer_id is not null",
            FactSource.columns(),
            "",
            DoneFact::read,
            FactSource.Freshness.WHEN_TOLD);

    private AdvocacySources() {}

    private static FactSource source(
            String view,
            String tieBreak,
            String condition,
            Sql.RowReader<EvidenceFact> evidence,
            String... dimensions) {
        return new FactSource(
                view,
                "occurred_at",
                tieBreak,
                condition,
                FactSource.columns(dimensions),
                "",
                evidence,
                FactSource.Freshness.AT_ONCE);
    }
}
