package io.rapport.metrics.social;

import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.Deed;
import io.rapport.metrics.support.FamilyCheck;
import io.rapport.metrics.support.MetricsTest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MetricsTest
class SocialRecountTest {
    private static final List<String> COUNTS =
            List.of("social_reactions", "social_comments", "social_shares", "social_clicks");
    private static final List<String> OF_POST = List.of("platform", "post", "post_type", "topic");
    private static final List<String> TYPES = List.of("reaction", "comment", "share", "click", "impression");
    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");

    @ParameterizedTest(name = "{0}, history {1}")
    @CsvSource({"Europe/Dublin, 1", "Asia/Kathmandu, 2"})
    @DisplayName(
            "Every social metric, series and breakdown of a random history equals a recount in plain Java, exactly")
    void equalsARecount(String zone, long seed) throws JsonProcessingException {
        Random random = new Random(seed);
        Client client = Client.newBusiness(zone);
        List<Deed> deeds = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            deeds.add(deed("s" + i, random));
        }
        List<SocialRecount.Measured> measured = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            SocialRecount.Measured one = measurement(random);
            measured.add(one);
            client.with(Scopes.EVENTS_WRITE)
                    .body(one.json())
                    .post("/v1/measurements")
                    .then()
                    .statusCode(202);
        }
        FamilyCheck.send(client, deeds, random);
        FamilyCheck check = new FamilyCheck(client, ZoneId.of(zone));
        SocialRecount recount = new SocialRecount(deeds, measured, check, ZoneId.of(zone));
        check.equal(recount, COUNTS, OF_POST, "");
        check.equal(recount, List.of("social_engagement_rate"), OF_POST, "");
        check.equal(recount, List.of("followers", "follower_growth"), List.of("platform"), "");
    }

    @Test
    @DisplayName("The basis is impressions, followers, or mixed; what knows no persons says so")
    void theBasisIsTold() throws JsonProcessingException {
        Client client = Client.newBusiness();
        Instant at = Instant.parse("2026-03-10T12:00:00Z");
        FamilyCheck.send(
                client,
                List.of(
                        deed("1", "social_reaction", at, Map.of("platform", "x", "count", 3)),
                        deed("2", "social_impression", at, Map.of("platform", "x", "count", 10)),
                        deed("3", "social_share", at, Map.of("platform", "y"))),
                new Random(1));
        client.with(Scopes.EVENTS_WRITE)
                .body(new SocialRecount.Measured("followers", at, at, "y", 40).json())
                .post("/v1/measurements")
                .then()
                .statusCode(202);
        String rate = "social_engagement_rate?from=2026-03-01&to=2026-04-01";
        client.metric(rate + "&by=platform")
                .body("total.basis", equalTo("mixed"), "total.numerator", equalTo(4), "total.denominator", equalTo(50))
                .body("breakdown.find { it.key == 'x' }.basis", equalTo("impressions"))
                .body("breakdown.find { it.key == 'y' }.basis", equalTo("followers"))
                .body("breakdown.find { it.key == 'y' }.denominator", equalTo(40));
        client.metric("social_engagement_rate?from=2026-04-01&to=2026-05-01")
                .body("total.value", equalTo(null), "total.basis", equalTo(null), "total.reason", equalTo("no_data"));
        client.metric(rate + "&segment=platform==x").body("total.denominator", equalTo(10));
        client.metric(rate + "&segment=trait.plan==gold")
                .statusCode(400)
                .body("errors[0].field", equalTo("segment"))
                .body(
                        "errors[0].detail",
                        equalTo("has a field that these facts lack; they have platform, post, post_type, topic,"
                                + " and know no persons"));
        client.metric("followers/evidence?from=2026-03-01&to=2026-04-01")
                .body("items[0].fact", equalTo("measurement"), "items[0].platform", equalTo("y"));
        client.metric("social_reactions/evidence?from=2026-03-01&to=2026-04-01")
                .body("items[0].fact", equalTo("event"), "items[0].id", equalTo("1"));
    }

    private static Deed deed(String id, String type, Instant at, Map<String, Object> properties) {
        return new Deed(id, type, at, null, null, null, null, false, properties);
    }

    private static Deed deed(String id, Random random) {
        Map<String, Object> properties = new HashMap<>();
        int platform = random.nextInt(3);
        String type = TYPES.get(random.nextInt(TYPES.size()));
        if (random.nextInt(10) > 0) {
            properties.put("platform", "p" + platform);
        }
        if (platform == 2 && type.equals("impression")) {
            type = "share";
        }
        properties.put("postId", "post" + random.nextInt(5));
        if (random.nextBoolean()) {
            properties.put("postType", random.nextBoolean() ? "video" : "photo");
            properties.put("topic", "bread");
        }
        Object[] counts = {2, 30, 0, "many", -4, 2.5};
        if (random.nextInt(3) == 0) {
            properties.put("count", counts[random.nextInt(counts.length)]);
        }
        return new Deed(
                id,
                "social_" + type,
                START.plusSeconds(3_600L * random.nextInt(24 * 100)),
                null,
                null,
                null,
                null,
                random.nextInt(25) == 0,
                properties);
    }

    private static SocialRecount.Measured measurement(Random random) {
        Instant from = START.plusSeconds(86_400L * random.nextInt(80));
        boolean impressions = random.nextInt(3) == 0;
        return new SocialRecount.Measured(
                impressions ? "impressions" : "followers",
                from,
                impressions || random.nextBoolean() ? from.plusSeconds(86_400) : from,
                impressions ? "p0" : "p" + random.nextInt(3),
                random.nextInt(500));
    }
}
