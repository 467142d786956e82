package io.rapport.metrics.metric;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.rapport.frame.token.Scopes;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MetricsTest
class MetricsOverHttpTest {
    private static final String MARCH = "?from=2026-03-01&to=2026-04-01";
    private Client crumb;

    @BeforeEach
    void newBusiness() {
        crumb = Client.newBusiness();
    }

    @Test
    void aPageViewShowsInEveryWebMetric() {
        crumb.events("["
                        + crumb.pageView("1", "v1", "2026-03-01T09:00:00Z", "https://crumb.example/menu")
                        + "," + crumb.pageView("2", "v1", "2026-03-01T09:05:00Z", "https://crumb.example/cakes")
                        + "," + crumb.pageView("3", "v2", "2026-03-02T09:00:00Z", "https://crumb.example/menu") + "]")
                .statusCode(202)
                .body("accepted", equalTo(3), "duplicates", equalTo(0));
        crumb.metric("visitors" + MARCH).statusCode(200).body("total.value", equalTo(2));
        crumb.metric("visits" + MARCH).body("total.value", equalTo(2));
        crumb.metric("page_views" + MARCH + "&by=page")
                .body("total.value", equalTo(3), "breakdown.key", contains("/menu", "/cakes"));
        crumb.metric("bounce_rate" + MARCH + "&interval=day")
                .body("total.value", equalTo(0.5f))
                .body("total.numerator", equalTo(1), "total.denominator", equalTo(2), "total.n", equalTo(2))
                .body("total.interval.method", equalTo("wilson"), "total.reliability", equalTo("low"))
                .body("series", hasSize(31), "series[1].value", equalTo(1.0f), "series[2].value", nullValue())
                .body("series[2].reason", equalTo("no_data"));
    }

    @Test
    void theSameEventIsCountedOnce() {
        String view = crumb.pageView("1", "v1", "2026-03-01T09:00:00Z", "https://crumb.example/");
        crumb.events("[" + view + "," + view + "]").body("accepted", equalTo(1), "duplicates", equalTo(1));
        crumb.events(view).statusCode(202).body("accepted", equalTo(0), "duplicates", equalTo(1));
        crumb.metric("page_views" + MARCH).body("total.value", equalTo(1));
    }

    @Test
    void aDayBeginsInTheBusinessesOwnTimeZone() {
        Client pune = Client.newBusiness("Asia/Kolkata");
        pune.events(pune.pageView("1", "v1", "2026-02-28T18:30:00Z", "https://crumb.example/"));
        pune.metric("page_views?from=2026-03-01&to=2026-03-02").body("total.value", equalTo(1));
        pune.metric("page_views?from=2026-02-28&to=2026-03-01").body("total.value", equalTo(0));
        pune.settings(2, "UTC").statusCode(204);
        pune.metric("page_views?from=2026-03-01&to=2026-03-02").body("total.value", equalTo(0));
        pune.settings(1, "Asia/Kolkata").statusCode(204);
        pune.metric("page_views?from=2026-03-01&to=2026-03-02").body("total.value", equalTo(0));
    }

    @Test
    void theDayWithoutAnHourIsOneBucket() {
        crumb.events("[" + crumb.pageView("1", "v1", "2026-03-28T23:59:59Z", "https://crumb.example/") + ","
                + crumb.pageView("2", "v1", "2026-03-29T22:59:59Z", "https://crumb.example/") + ","
                + crumb.pageView("3", "v1", "2026-03-29T23:00:00Z", "https://crumb.example/") + "]");
        crumb.metric("page_views?from=2026-03-28&to=2026-03-31&interval=day").body("series.value", contains(1, 1, 1));
    }

    @Test
    void botsAreKeptAndLeftOut() {
        crumb.events("""
                        {"id": "1", "source": "web", "type": "page_view", "occurredAt": "2026-03-01T09:00:00Z", "visitorId": "v1",
                         "context": {"userAgent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"}}""").body("accepted", equalTo(1));
        crumb.metric("page_views" + MARCH).body("total.value", equalTo(0));
    }

    @Test
    void aReviewCountsAtOnceAndItsScoreWhenItIsThere() {
        crumb.facts(crumb.review("r1", 1, 0, false, 4, null)).statusCode(200).body("accepted", equalTo(1));
        crumb.metric("review_count" + MARCH).body("total.value", equalTo(1));
        crumb.metric("sentiment_score" + MARCH).body("total.value", nullValue(), "total.reason", equalTo("no_data"));
        crumb.facts(crumb.review("r1", 1, 1, false, 4, 0.5)).body("accepted", equalTo(1));
        crumb.facts(crumb.review("r1", 1, 1, false, 4, 0.5)).body("accepted", equalTo(0), "duplicates", equalTo(1));
        crumb.metric("review_count" + MARCH).body("total.value", equalTo(1));
        crumb.metric("average_rating" + MARCH).body("total.value", equalTo(4.0f), "total.n", equalTo(1));
        crumb.metric("sentiment_score" + MARCH).body("total.value", equalTo(0.5f), "total.interval", nullValue());
        crumb.metric("sentiment_share" + MARCH)
                .body("total.parts.key", contains("positive", "neutral", "negative"))
                .body("total.parts.share", contains(1.0f, 0.0f, 0.0f));
    }

    @Test
    void aTextThatIsReadAgainCountsOnceWithItsLastReading() {
        crumb.facts(crumb.review("r1", 1, 0, false, 4, null) + "," + crumb.review("r1", 1, 1, false, 4, 0.5));
        crumb.facts(crumb.review("r1", 1, 3, false, 4, -0.5)).body("accepted", equalTo(1));
        crumb.facts(crumb.review("r1", 1, 2, false, 4, 0.25)).body("accepted", equalTo(1));
        crumb.metric("review_count" + MARCH).body("total.value", equalTo(1));
        crumb.metric("sentiment_score" + MARCH).body("total.value", equalTo(-0.5f), "total.n", equalTo(1));
        crumb.metric("sentiment_share" + MARCH).body("total.parts.share", contains(0.0f, 0.0f, 1.0f));
        crumb.facts(crumb.review("r1", 2, 0, false, 2, null));
        crumb.metric("sentiment_score" + MARCH).body("total.reason", equalTo("no_data"));
    }

    @Test
    void theHighestRevisionHoldsInWhateverOrder() {
        crumb.facts(crumb.review("r1", 3, 0, true, 4, null));
        crumb.facts(crumb.review("r1", 2, 1, false, 2, -0.5) + "," + crumb.review("r1", 1, 1, false, 5, 0.5));
        crumb.metric("review_count" + MARCH).body("total.value", equalTo(0));
        crumb.facts(crumb.review("r1", 4, 0, false, 3, null));
        crumb.metric("average_rating" + MARCH).body("total.value", equalTo(3.0f));
    }

    @Test
    void oneBadFactIsNamedAndTheRestIsStored() {
        crumb.facts(crumb.review("r1", 1, 0, false, 9, null) + "," + crumb.review("r2", 1, 0, false, 4, null))
                .statusCode(200)
                .body("accepted", equalTo(1), "rejected[0].index", equalTo(0))
                .body("rejected[0].detail", containsString("rating must lie between 1 and 5"));
    }

    @Test
    void npsIsComparedWithThePeriodBefore() {
        crumb.facts(crumb.npsAnswer("a", 10) + "," + crumb.npsAnswer("b", 9) + "," + crumb.npsAnswer("c", 7) + ","
                + crumb.npsAnswer("d", 3));
        crumb.metric("nps" + MARCH + "&compare=previous&by=touchpoint")
                .body("total.value", equalTo(25.0f), "total.numerator", equalTo(1), "total.denominator", equalTo(4))
                .body("total.change.from", equalTo("2026-02-01"), "total.change.previous", nullValue())
                .body("breakdown[0].key", equalTo("in_store"));
    }

    @Test
    void aChangeHasItsInterval() {
        crumb.events("[" + crumb.pageView("1", "v1", "2026-02-10T09:00:00Z", "https://crumb.example/") + ","
                + crumb.pageView("2", "v2", "2026-03-10T09:00:00Z", "https://crumb.example/") + ","
                + crumb.pageView("3", "v2", "2026-03-10T09:01:00Z", "https://crumb.example/") + "]");
        crumb.metric("bounce_rate" + MARCH + "&compare=previous")
                .body("total.change.previous", equalTo(1.0f), "total.change.absolute", equalTo(-1.0f))
                .body("total.change.interval.method", equalTo("newcombe"));
        crumb.metric("visits" + MARCH + "&compare=previous")
                .body("total.change.absolute", equalTo(0), "total.change.interval", nullValue());
    }

    @Test
    void aSegmentRestrictsByDimensionAndTrait() {
        crumb.events("[" + crumb.pageView("1", "v1", "2026-03-01T09:00:00Z", "https://crumb.example/?utm_medium=email")
                + "," + crumb.pageView("2", "v2", "2026-03-01T09:00:00Z", "https://crumb.example/") + "]");
        crumb.identify("{\"visitorId\": \"v2\", \"customerId\": \"c2\", \"traits\": {\"plan\": \"gold\"}}")
                .statusCode(202);
        crumb.metric("visits" + MARCH + "&segment=traffic_channel==email").body("total.value", equalTo(1));
        crumb.metric("visits" + MARCH + "&segment=trait.plan==gold").body("total.value", equalTo(1));
        crumb.metric("visits" + MARCH + "&segment=traffic_channel==email,trait.plan==gold")
                .body("total.value", equalTo(2));
        crumb.metric("visits" + MARCH + "&segment=traffic_channel==email;trait.plan==gold")
                .body("total.value", equalTo(0));
        crumb.undo("visitor", "v2").statusCode(204);
        crumb.metric("visits" + MARCH + "&segment=customer==c2").body("total.value", equalTo(0));
        crumb.undo("visitor", "v2").statusCode(404);
    }

    @Test
    void evidenceIsPaged() {
        crumb.events("[" + crumb.pageView("1", "v1", "2026-03-01T09:00:00Z", "https://crumb.example/a") + ","
                + crumb.pageView("2", "v2", "2026-03-01T09:00:00Z", "https://crumb.example/b") + "]");
        String next = crumb.metric("page_views/evidence" + MARCH + "&limit=1")
                .body("items", hasSize(1), "items[0].id", equalTo("2"), "next", notNullValue())
                .extract()
                .path("next");
        crumb.metric("page_views/evidence" + MARCH + "&limit=1&cursor=" + next)
                .body("items[0].id", equalTo("1"), "next", nullValue());
        crumb.metric("bounce_rate/evidence" + MARCH).body("items.visitorId", contains("v2", "v1"));
    }

    @Test
    void manyQuestionsTakeOneRoundTrip() {
        crumb.with(Scopes.METRICS_READ)
                .body("{\"queries\": [{\"id\": \"a\", \"metric\": \"nps\"}, {\"id\": \"b\", \"metric\": \"visits\","
                        + " \"from\": \"2026-03-01\", \"to\": \"2026-03-08\", \"interval\": \"week\"}]}")
                .post("/v1/metrics/query")
                .then()
                .statusCode(200)
                .body("results", hasKey("a"), "results.b.series", hasSize(2));
        crumb.with(Scopes.METRICS_READ)
                .body("{\"queries\": [{\"id\": \"a\", \"metric\": \"npss\", \"from\": \"yesterday\"}]}")
                .post("/v1/metrics/query")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("queries[0].metric"), "errors.field", hasItem("queries[0].from"));
    }

    @Test
    void theListSaysWhatEachMetricIs() {
        crumb.metric("").body("id", hasItem("bounce_rate"), "find { it.id == 'nps' }.unit", equalTo("points"));
    }

    @Test
    void badQuestionsNameTheParameterAndTheRule() {
        refused("from=2026-03-01", "to");
        refused("from=2026-04-01&to=2026-03-01", "to");
        refused("from=0001-01-01&to=9999-01-01", "from");
        refused("interval=hour", "interval");
        refused("from=2000-01-01&to=2026-01-01&interval=day", "interval");
        refused("by=colour", "by");
        refused("segment=colour==red", "segment");
        refused("segment=nonsense", "segment");
        refused("level=1", "level");
        refused("unknown=1", "unknown");
        refused("compare=previous&compare=year", "compare");
        crumb.metric("colour").statusCode(404).body("type", containsString("not-found"));
    }

    @Test
    void averageOfRatingsIsExact() {
        crumb.facts(crumb.review("r1", 1, 0, false, 4.33, null) + "," + crumb.review("r2", 1, 0, false, 4.34, null));
        crumb.metric("average_rating" + MARCH)
                .body("total.value.toDouble()", closeTo(4.335, 1e-6), "total.interval.method", equalTo("t"));
    }

    private void refused(String query, String field) {
        crumb.metric("visits?" + query)
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "type",
                        equalTo("https://rapport.example/problems/validation"),
                        "errors[0].field",
                        equalTo(field));
    }
}
