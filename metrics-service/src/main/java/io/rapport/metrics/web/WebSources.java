package io.rapport.metrics.web;

import io.rapport.metrics.metric.EvidenceFact;
import io.rapport.metrics.metric.FactSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** What web metrics count: visits, and the page views in them. */
final class WebSources {
    private static final String[] OF_VISIT = {
        "traffic_channel",
        "utm_source",
        "utm_medium",
        "utm_campaign",
        "entry_page",
        "exit_page",
        "device",
        "browser",
        "country",
        "language"
    };

    /** A visit belongs to each page that it saw, once. */
    private static final FactSource.Column PAGES_OF_VISIT = new FactSource.Column(
            "pages.page",
            "join lateral unnest(f.view_page, f.view_again) as pages (page, again) on pages.again is not true",
            "f.view_page");

    static final FactSource VISITS = new FactSource(
            "visit",
            "began_at",
            "visitor_id",
            null,
            dimensions(PAGES_OF_VISIT),
            "",
            EvidenceFact.VisitFact::read,
            FactSource.Freshness.WHEN_DERIVED);

    static final FactSource PAGE_VIEWS = new FactSource(
            "page_view",
            "occurred_at",
            "seq",
            null,
            dimensions(FactSource.Column.of("f.page")),
            ", " + ofEvent("source") + ", " + ofEvent("id"),
            EvidenceFact.PageViewFact::read,
            FactSource.Freshness.WHEN_DERIVED);

    private WebSources() {}

    private static Map<String, FactSource.Column> dimensions(FactSource.Column page) {
        Map<String, FactSource.Column> dimensions = new LinkedHashMap<>(FactSource.columns(OF_VISIT));
        dimensions.put("page", page);
        // The short names by which events call them.
        dimensions.put("channel", FactSource.Column.of("f.traffic_channel"));
        dimensions.put("campaign", FactSource.Column.of("f.utm_campaign"));
        return dimensions;
    }

    private static String ofEvent(String column) {
        return "(select e." + column + " from event e where e.business_id = f.business_id"
                + " and e.occurred_at = f.occurred_at and e.seq = f.seq) as event_" + column;
    }
}
