package io.rapport.metrics.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.Deed;
import io.rapport.metrics.support.FamilyCheck;
import io.rapport.metrics.support.Links;
import io.rapport.metrics.support.MetricsTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Four customers: Ann, 25, gold, two purchases; Bob, 40, one; Cid, no traits, none; Dora, "old", three, long ago. */
@MetricsTest
class SegmentsOverHttpTest {
    private static final String MARCH = "?from=2026-03-01&to=2026-04-01&segment=";
    private Client crumb;

    @BeforeEach
    void history() throws JsonProcessingException {
        crumb = Client.newBusiness();
        Links links = new Links(crumb);
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        links.link("visitor", "va", "ann", at, Map.of("age", "25", "plan", "gold"));
        links.link("email", "bob@x.ie", "bob", at, Map.of("age", "40.0"));
        links.link("email", "dora@x.ie", "dora", at, Map.of("age", "old"));
        List<Deed> deeds = new ArrayList<>();
        for (String customer : List.of("ann", "bob", "cid", "dora")) {
            deeds.add(deed("visit-" + customer, "store_visit", "2026-03-10T10:00:00Z", customer, null));
        }
        deeds.add(deed("visit-nobody", "store_visit", "2026-03-10T10:00:00Z", null, null));
        deeds.add(deed("visit-v9", "store_visit", "2026-03-10T10:00:00Z", null, "v9"));
        deeds.add(deed("1", "purchase", "2026-02-20T10:00:00Z", null, "va"));
        deeds.add(deed("2", "purchase", "2026-03-20T10:00:00Z", "ann", null));
        deeds.add(deed("3", "purchase", "2026-03-20T10:00:00Z", "bob", null));
        deeds.add(deed("4", "purchase", "2026-04-20T10:00:00Z", "bob", null));
        for (int i = 5; i < 8; i++) {
            deeds.add(deed(Integer.toString(i), "purchase", "2025-06-01T10:00:00Z", "dora", null));
        }
        deeds.add(deed("8", "purchase", "2026-03-20T10:00:00Z", null, "v9"));
        FamilyCheck.send(crumb, deeds, new Random(1));
    }

    @ParameterizedTest(name = "{0}: {1} of six visits")
    @CsvSource({
        "trait.age>=25, 2",
        "trait.age>25, 1",
        "trait.age<=40, 2",
        "trait.age<40, 1",
        "trait.age<100, 2",
        "trait.age>=-1.5, 2",
        "trait.plan==gold, 1",
        "trait.plan!=gold, 5",
        "trait.plan==, 5",
        "trait.plan!=, 1",
        "did.purchase>=1, 4",
        "did.purchase>=2, 2",
        "did.purchase>2, 1",
        "did.purchase==1, 2",
        "did.purchase!=1, 3",
        "did.purchase<1, 1",
        "did.purchase<=1, 3",
        "did.purchase>=0, 5",
        "did.purchase==0, 1",
        "did.purchase:90>=2, 1",
        "did.purchase:12>=1, 3",
        "did.purchase:11>=1, 0",
        "did.purchase>=2;trait.age>=30, 0",
        "'did.purchase>=3,trait.age>=30', 2",
        "customer==bob, 1",
        "customer==, 2",
        "location==, 6",
        "location!=, 0"
    })
    void conditionsOnTraitsAndBehaviour(String segment, int visits) {
        crumb.metric("store_visits" + MARCH + segment).statusCode(200).body("total.value", equalTo(visits));
    }

    @Test
    @DisplayName("A semicolon needs no encoding: no browser and no curl gives it one")
    void aSemicolonStandsAsItIs() {
        crumb.with(Scopes.METRICS_READ)
                .urlEncodingEnabled(false)
                .get("/v1/metrics/store_visits" + MARCH + "did.purchase%3E=2;location==")
                .then()
                .statusCode(200)
                .body("total.value", equalTo(2));
    }

    @Test
    @DisplayName("What was done after the period is no part of its segment, and an undone link takes its deeds along")
    void behaviourIsSeenFromThePeriodsEnd() {
        String twice = "did.purchase>=2";
        crumb.metric("store_visits?from=2026-03-01&to=2026-05-01&segment=" + twice)
                .body("total.value", equalTo(3));
        crumb.undo("visitor", "va").statusCode(204);
        crumb.metric("store_visits" + MARCH + twice).body("total.value", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channel>=3",
                "trait.age>=many",
                "did.purchase>=some",
                "did.purchase:0>=1",
                "did.Purchase>=1",
                "did.>=1",
                "did.purchase>=-1",
                "planet==mars",
                "trait.age=>3"
            })
    void whatIsWrongIsNamed(String segment) {
        crumb.metric("store_visits" + MARCH + segment).statusCode(400).body("errors[0].field", equalTo("segment"));
    }

    @Test
    void everyMetricTakesThem() {
        List<String> metrics = crumb.metric("").extract().path("id");
        assertThat(metrics).hasSizeGreaterThan(40);
        for (String metric : metrics) {
            boolean ofNobody = List.of(
                            "followers",
                            "follower_growth",
                            "social_engagement_rate",
                            "cac",
                            "cltv_to_cac",
                            "cac_payback_months")
                    .contains(metric);
            Response answer = crumb.metric(metric + MARCH + "did.purchase>=1;trait.age>=20;trait.plan!=x")
                    .extract()
                    .response();
            assertThat(answer.asString()).as(metric).contains(ofNobody ? "know no persons" : "\"total\"");
            assertThat(answer.statusCode()).as(metric).isEqualTo(ofNobody ? 400 : 200);
            if (!ofNobody) {
                crumb.metric(metric + "/evidence" + MARCH + "did.purchase>=1").statusCode(200);
            }
        }
    }

    private static Deed deed(String id, String type, String at, String customer, String visitor) {
        return new Deed(id, type, Instant.parse(at), customer, visitor, "shop", null, false, Map.of());
    }
}
