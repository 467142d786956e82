package io.rapport.metrics.web;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.business.Goal;
import io.rapport.metrics.metric.AggregatedMetric;
import io.rapport.metrics.metric.Measure;
import io.rapport.metrics.metric.Metric;
import io.rapport.metrics.metric.MetricFamily;
import io.rapport.metrics.metric.Parameter;
import io.rapport.metrics.metric.ParameterizedMetric;
import io.rapport.metrics.metric.Rolled;
import io.rapport.metrics.rollup.VisitorSets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What visitors of the web site do. Bots, prefetches and internal traffic are left out; a visit belongs to the day it began. */
@ApplicationScoped
class WebMetrics implements MetricFamily {
    private static final String PER = "per";
    private static final String GOAL = "goal";
    private static final String PER_VISITOR = "visitor";
    private static final String SECONDS = "duration_us * 0.000001";

    /* Distinct visitors with at least one page view. Unit: visitors, from 0. Exact over any period, no sum of days. */
    private static final AggregatedMetric VISITORS = new AggregatedMetric(
            scalar("visitors", "Visitors", "How many different visitors saw at least one page.", "count", "higher"),
            WebSources.PAGE_VIEWS,
            null,
            Measure.Count.distinct("visitor_number"),
            new Rolled.Sets(List.of(VisitorSets.VIEWED)));

    /* Runs of one visitor's web events with no gap over 30 minutes, by the day on which they began. Unit: visits. */
    private static final AggregatedMetric VISITS = new AggregatedMetric(
            scalar(
                    "visits",
                    "Visits",
                    "How often visitors came: a visit ends after 30 minutes without anything.",
                    "count",
                    "higher"),
            WebSources.VISITS,
            null,
            Measure.Count.ROWS,
            Rolled.Sums.ofVisits("sum(r.visits)"));

    /* page_view events that are counted, each on its own day. Unit: page views, from 0. */
    private static final AggregatedMetric PAGE_VIEWS = new AggregatedMetric(
            scalar("page_views", "Page views", "How many pages were looked at.", "count", "higher"),
            WebSources.PAGE_VIEWS,
            null,
            Measure.Count.ROWS,
            Rolled.Sums.ofViews("sum(r.views)"));

    /* Visits with exactly one page view / visits. Unit: ratio, 0 to 1; null without visits. Wilson interval. */
    private static final AggregatedMetric BOUNCE_RATE = new AggregatedMetric(
            scalar("bounce_rate", "Bounce rate", "The share of visits that saw exactly one page.", "ratio", "lower"),
            WebSources.VISITS,
            null,
            new Measure.Share("page_views = 1"),
            Rolled.Sums.ofVisits("sum(r.bounces)", "sum(r.visits)"));

    /*
     * Visits longer than 10 seconds, or with two page views, or with a goal reached / visits: GA4's engaged sessions. Unit:
     * ratio, 0 to 1; null without visits. Wilson interval.
     */
    private static final AggregatedMetric GA4_ENGAGEMENT_RATE = new AggregatedMetric(
            scalar(
                    "ga4_engagement_rate",
                    "Engagement rate (GA4)",
                    "The share of visits that lasted more than ten seconds, saw two pages or reached a goal,"
                            + " as Google Analytics 4 counts them.",
                    "ratio",
                    "higher"),
            WebSources.VISITS,
            null,
            new Measure.Share("engaged"),
            Rolled.Sums.ofVisits("sum(r.engaged)", "sum(r.visits)"));

    /* One minus the engagement rate. Unit: ratio, 0 to 1; null without visits. Wilson interval. */
    private static final AggregatedMetric GA4_BOUNCE_RATE = new AggregatedMetric(
            scalar(
                    "ga4_bounce_rate",
                    "Bounce rate (GA4)",
                    "The share of visits that were not engaged, as Google Analytics 4 counts them.",
                    "ratio",
                    "lower"),
            WebSources.VISITS,
            null,
            new Measure.Share("not engaged"),
            Rolled.Sums.ofVisits("sum(r.visits - r.engaged)", "sum(r.visits)"));

    /*
     * Mean time from a page view to the next event of the same visit on another page, or to its own page leave. Unit: seconds;
     * a view that neither follows is left out, not counted as 0. t interval.
     */
    private static final AggregatedMetric TIME_ON_PAGE = new AggregatedMetric(
            scalar(
                    "time_on_page",
                    "Time on page",
                    "How many seconds a page was looked at on average, where the end of a look is known.",
                    "seconds",
                    "higher"),
            WebSources.PAGE_VIEWS,
            "duration_us is not null",
            new Measure.Mean("(" + SECONDS + ")"),
            new Rolled.Sums(
                    List.of(
                            "sum(r.timed_views)",
                            "sum(r.view_us) * 0.000001",
                            "sum(r.view_us_square) * 0.000000000001"),
                    "sum(r.timed_views)",
                    null));

    /* Mean time from a visit's first event to its last. Unit: seconds, from 0; null without visits. t interval. */
    private static final AggregatedMetric VISIT_DURATION = new AggregatedMetric(
            scalar(
                    "visit_duration",
                    "Visit duration",
                    "How many seconds lay between the first and the last thing a visitor did, on average.",
                    "seconds",
                    "higher"),
            WebSources.VISITS,
            null,
            new Measure.Mean("(" + SECONDS + ")"),
            Rolled.Sums.ofVisits(
                    "sum(r.visits)", "sum(r.visit_us) * 0.000001", "sum(r.visit_us_square) * 0.000000000001"));

    /* Page views of visits / visits, by the day on which a visit began. Unit: pages, from 0; null without. t interval. */
    private static final AggregatedMetric PAGES_PER_VISIT = new AggregatedMetric(
            scalar("pages_per_visit", "Pages per visit", "How many pages a visit saw on average.", "pages", "higher"),
            WebSources.VISITS,
            null,
            new Measure.Mean("page_views"),
            Rolled.Sums.ofVisits("sum(r.visits)", "sum(r.visit_views)", "sum(r.visit_views_square)"));

    /*
     * Visits that put something into the cart and purchased nothing / visits that put something into the cart. Unit: ratio,
     * 0 to 1; null without carts. Wilson interval.
     */
    private static final AggregatedMetric CART_ABANDONMENT_RATE = new AggregatedMetric(
            scalar(
                    "cart_abandonment_rate",
                    "Cart abandonment",
                    "The share of visits with something in the cart that ended without a purchase.",
                    "ratio",
                    "lower"),
            WebSources.VISITS,
            "'add_to_cart' = any (actions)",
            new Measure.Share("not 'purchase' = any (actions)"),
            new Rolled.Sums(List.of("sum(r.abandoned)", "sum(r.carts)"), "sum(r.carts)", null));

    private static final Metric.Description CONVERSION_RATE = scalar(
            "conversion_rate",
            "Conversion rate",
            "The share of visits (or, with per=visitor, of visitors) that reached a goal: the one named, or any.",
            "ratio",
            "higher");

    @Override
    public List<Metric> metrics() {
        return List.of(
                VISITORS,
                VISITS,
                PAGE_VIEWS,
                BOUNCE_RATE,
                GA4_ENGAGEMENT_RATE,
                GA4_BOUNCE_RATE,
                TIME_ON_PAGE,
                VISIT_DURATION,
                PAGES_PER_VISIT,
                new ParameterizedMetric(
                        anyGoal(false),
                        List.of(
                                new Parameter(
                                        GOAL,
                                        Pattern.compile("[A-Za-z0-9_-]{1,64}"),
                                        "the id of a goal or a type of events, such as purchase"),
                                Parameter.oneOf(PER, List.of("visit", PER_VISITOR))),
                        WebMetrics::conversionRate),
                CART_ABANDONMENT_RATE);
    }

    /*
     * Visits with the goal's event / visits, or with per=visitor: visitors with a page view in such a visit / visitors. Unit: ratio, 0 to 1;
     * null without visits. Wilson interval.
     */
    private static AggregatedMetric conversionRate(Map<String, String> given, Business business) {
        boolean perVisitor = PER_VISITOR.equals(given.get(PER));
        String name = given.get(GOAL);
        if (name == null) {
            return anyGoal(perVisitor);
        }
        Optional<Goal> goal = business.goals().stream()
                .filter(known -> known.id().equals(name))
                .findFirst();
        return goal.isPresent()
                ? conversion(
                        perVisitor,
                        "? = any (goals)",
                        VisitorSets.reached(name),
                        new Rolled.Sums(List.of("sum(coalesce(g.visits, 0))", "sum(r.visits)"), "sum(r.visits)", name),
                        name)
                : conversion(perVisitor, "? = any (actions)", null, null, name);
    }

    private static AggregatedMetric anyGoal(boolean perVisitor) {
        return conversion(
                perVisitor,
                "goals <> '{}'",
                VisitorSets.CONVERTED,
                Rolled.Sums.ofVisits("sum(r.converted)", "sum(r.visits)"));
    }

    /** @param set the visitors who reached it; null where no set is kept */
    private static AggregatedMetric conversion(
            boolean perVisitor, String condition, String set, Rolled.Sums sums, Object... parameters) {
        return new AggregatedMetric(
                CONVERSION_RATE,
                perVisitor ? WebSources.PAGE_VIEWS : WebSources.VISITS,
                null,
                perVisitor
                        ? new Measure.DistinctShare("visitor_number", condition, List.of(parameters))
                        : new Measure.Share(condition, List.of(parameters)),
                !perVisitor ? sums : set == null ? null : new Rolled.Sets(List.of(set, VisitorSets.VIEWED)));
    }

    private static Metric.Description scalar(String id, String name, String text, String unit, String better) {
        return new Metric.Description(id, name, text, "scalar", unit, better, 1);
    }
}
