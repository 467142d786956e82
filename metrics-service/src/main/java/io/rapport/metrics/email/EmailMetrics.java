package io.rapport.metrics.email;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.metric.AggregatedMetric;
import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.MailingFact;
import io.rapport.metrics.metric.Measure;
import io.rapport.metrics.metric.Metric;
import io.rapport.metrics.metric.MetricFamily;
import io.rapport.metrics.metric.Parameter;
import io.rapport.metrics.metric.ParameterizedMetric;
import io.rapport.metrics.metric.Ratio;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What becomes of e-mails. One mailing is one message to one recipient: the customer, or the address where it is linked to none. A
 * mailing belongs to the day on which it was first delivered (or sent); whatever came of it since then counts, whenever it came.
 * Facts that name neither a message nor a campaign, or no recipient, count nowhere.
 */
@ApplicationScoped
class EmailMetrics implements MetricFamily {
    private static final String GOAL = "goal";
    private static final String WINDOW = "window";
    private static final int DEFAULT_WINDOW = 7;

    private static final FactSource DELIVERED = source("email_delivered");
    private static final FactSource SENT = source("email_sent");

    @Override
    public List<Metric> metrics() {
        return List.of(
                /* Mailings that a person opened / delivered. Unit: ratio, 0 to 1; null without deliveries. Wilson interval. */
                rate(
                        "email_open_rate",
                        "E-mail open rate",
                        "The share of delivered e-mails that their recipient opened. What a machine opened, as the privacy"
                                + " services of mail programs do, is left out; machineOpenShare says how much that is.",
                        "higher",
                        DELIVERED,
                        null,
                        new OpenRate()),
                /* Mailings that machines alone opened / mailings that anybody or anything opened. Unit: ratio, 0 to 1. */
                rate(
                        "machine_open_share",
                        "Opened by machines",
                        "Of the delivered e-mails that seem opened, the share that only machines opened.",
                        "neither",
                        DELIVERED,
                        "(opened_by_machine or opened_at is not null)",
                        new Measure.Share(OpenRate.OPENED_BY_MACHINE_ALONE)),
                /* Mailings with a click / delivered. Unit: ratio, 0 to 1; null without deliveries. Wilson interval. */
                rate(
                        "email_click_rate",
                        "E-mail click rate",
                        "The share of delivered e-mails in which their recipient followed a link.",
                        "higher",
                        DELIVERED,
                        null,
                        new Measure.Share("clicks is not null")),
                /* Mailings with a click / mailings that a person opened. Above 1 where clicks came without a known opening. */
                rate(
                        "email_click_to_open_rate",
                        "E-mail clicks per opening",
                        "Recipients who followed a link, against recipients who opened the e-mail.",
                        "higher",
                        DELIVERED,
                        null,
                        new Ratio("clicks is not null", OpenRate.OPENED)),
                /* Mailings whose recipient did the goal within so many days after a click / delivered. Wilson interval. */
                new ParameterizedMetric(
                        conversion(EmailConversion.ofAnyGoal(DEFAULT_WINDOW)),
                        List.of(
                                new Parameter(
                                        GOAL,
                                        Pattern.compile("[A-Za-z0-9_-]{1,64}"),
                                        "the id of a goal or a type of events, such as purchase"),
                                new Parameter(
                                        WINDOW,
                                        Pattern.compile("[1-9][0-9]?|[12][0-9]{2}|3[0-5][0-9]|36[0-5]"),
                                        "a whole number of days from 1 to 365")),
                        EmailMetrics::conversion),
                /* Mailings after which the recipient unsubscribed / delivered. Unit: ratio, 0 to 1. Wilson interval. */
                rate(
                        "email_unsubscribe_rate",
                        "E-mail unsubscribe rate",
                        "The share of delivered e-mails on which their recipient unsubscribed.",
                        "lower",
                        DELIVERED,
                        null,
                        new Measure.Share("unsubscribed")),
                /* Mailings that the recipient reported as spam / delivered. Unit: ratio, 0 to 1. Wilson interval. */
                rate(
                        "email_complaint_rate",
                        "E-mail complaint rate",
                        "The share of delivered e-mails that their recipient reported as unwanted.",
                        "lower",
                        DELIVERED,
                        null,
                        new Measure.Share("complained")),
                /* Mailings that came back / sent. Unit: ratio, 0 to 1; null without any sent. Wilson interval. */
                rate(
                        "email_bounce_rate",
                        "E-mail bounce rate",
                        "The share of sent e-mails that could not be delivered.",
                        "lower",
                        SENT,
                        null,
                        new Measure.Share("bounced")));
    }

    private static AggregatedMetric conversion(Map<String, String> given, Business business) {
        int days = Integer.parseInt(given.getOrDefault(WINDOW, Integer.toString(DEFAULT_WINDOW)));
        return conversion(EmailConversion.of(given.get(GOAL), business, days));
    }

    private static AggregatedMetric conversion(Measure measure) {
        return rate(
                "email_conversion_rate",
                "E-mail conversion rate",
                "The share of delivered e-mails whose recipient reached a goal (the one named, or any) within some days"
                        + " after following a link in it: 7, or as many as window says.",
                "higher",
                DELIVERED,
                null,
                measure);
    }

    private static AggregatedMetric rate(
            String id, String name, String text, String better, FactSource source, String condition, Measure measure) {
        return new AggregatedMetric(
                new Metric.Description(id, name, text, "scalar", "ratio", better, 1), source, condition, measure);
    }

    private static FactSource source(String firstType) {
        return new FactSource(
                "email_mailing(?, ?, ?, '" + firstType + "')",
                "occurred_at",
                "message || '/' || recipient",
                null,
                FactSource.columns("campaign", "message", "weekday", "hour"),
                ", f.clicks[1] as clicked_at",
                MailingFact::read,
                FactSource.Freshness.AT_ONCE);
    }
}
