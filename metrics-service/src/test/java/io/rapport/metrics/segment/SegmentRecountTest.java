package io.rapport.metrics.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MetricsTest
class SegmentRecountTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);

    /** A segment as of a day, and who is in it. */
    private record Counted(String id, LocalDate asOf, Set<String> members) {}

    @ParameterizedTest(name = "{0}, history {1}")
    @CsvSource({"Europe/Dublin, 1", "Asia/Kathmandu, 2"})
    @DisplayName(
            "Members of segments of every kind equal a recount of a random history, as of any day, and metrics follow them")
    void equalsARecount(String zone, long seed) throws JsonProcessingException {
        Random random = new Random(seed);
        Client client = Client.newBusiness(zone);
        SegmentHistory history = new SegmentHistory(client, random);
        history.happen();
        SegmentRecount recount = new SegmentRecount(history, ZoneId.of(zone));
        List<Counted> counted = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            JsonNode rule = i < 36 ? RandomRule.condition(random, i % RandomRule.KINDS) : RandomRule.any(random);
            LocalDate asOf = FIRST.plusDays(random.nextInt(SegmentHistory.DAYS + 10));
            Counted one = new Counted(save(client, "s" + i, rule), asOf, recount.members(rule, asOf));
            assertThat(members(client, one)).as(rule + " as of " + asOf).isEqualTo(one.members());
            counted.add(one);
        }
        assertThat(counted).anyMatch(one -> one.members().size() > 3).anyMatch(one -> one.members()
                .isEmpty());
        metricsFollow(client, history, counted, ZoneId.of(zone));
        sentimentFollows(client, history, recount, counted, ZoneId.of(zone));
        overlap(client, recount, counted.subList(40, 44), random);
    }

    private static void metricsFollow(Client client, SegmentHistory history, List<Counted> counted, ZoneId zone) {
        for (Counted one : counted.subList(20, 60)) {
            long visits = history.done.stream()
                    .map(SegmentHistory.Done::deed)
                    .filter(deed -> deed.type().equals("store_visit") && !deed.bot())
                    .filter(deed -> !deed.at().atZone(zone).toLocalDate().isAfter(one.asOf()))
                    .filter(deed -> {
                        String customer = history.links.customerOf(deed);
                        return customer != null && one.members().contains(customer);
                    })
                    .count();
            client.metric("store_visits?from=2026-01-31&to=" + one.asOf().plusDays(1) + "&segment=" + one.id())
                    .statusCode(200)
                    .body("total.value", equalTo((int) visits));
        }
    }

    private static void sentimentFollows(
            Client client, SegmentHistory history, SegmentRecount recount, List<Counted> counted, ZoneId zone) {
        for (Counted one : counted.subList(0, 20)) {
            long texts = history.said.stream()
                    .filter(said -> !said.deleted() && said.score() != null)
                    .filter(said -> !said.at().atZone(zone).toLocalDate().isAfter(one.asOf()))
                    .filter(said ->
                            recount.speaker(said) != null && one.members().contains(recount.speaker(said)))
                    .count();
            client.metric("sentiment_score?from=2026-01-31&to=" + one.asOf().plusDays(1) + "&segment=" + one.id())
                    .statusCode(200)
                    .body("total.n", equalTo((int) texts));
        }
    }

    private static void overlap(Client client, SegmentRecount recount, List<Counted> four, Random random) {
        LocalDate asOf = FIRST.plusDays(SegmentHistory.DAYS);
        List<Set<String>> sets = four.stream()
                .map(one -> members(client, new Counted(one.id(), asOf, null)))
                .toList();
        Set<String> both = new TreeSet<>(sets.get(1));
        both.retainAll(sets.get(3));
        Set<String> either = new TreeSet<>(sets.get(1));
        either.addAll(sets.get(3));
        Set<String> any = new TreeSet<>();
        sets.forEach(any::addAll);
        client.with(Scopes.METRICS_READ)
                .get("/v1/segments/overlap?asOf=" + asOf + "&ids="
                        + String.join(",", four.stream().map(Counted::id).toList()))
                .then()
                .statusCode(200)
                .body("segments.size", equalTo(sets.stream().map(Set::size).toList()))
                .body("pairs[4].both", equalTo(both.size()))
                .body("pairs[4].either", equalTo(either.size()))
                .body("inAny", equalTo(any.size()));
    }

    private static String save(Client client, String name, JsonNode rule) {
        return client.with(Scopes.CUSTOMERS_WRITE)
                .body(JsonNodeFactory.instance
                        .objectNode()
                        .put("name", name)
                        .set("rule", rule)
                        .toString())
                .post("/v1/segments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Set<String> members(Client client, Counted one) {
        List<Map<String, String>> items = client.with(Scopes.CUSTOMERS_READ)
                .get("/v1/segments/" + one.id() + "/customers?limit=200&asOf=" + one.asOf())
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        Set<String> members = new TreeSet<>();
        items.forEach(item -> assertThat(members.add(item.get("id"))).as("once").isTrue());
        client.with(Scopes.METRICS_READ)
                .get("/v1/segments/" + one.id() + "?asOf=" + one.asOf())
                .then()
                .statusCode(200)
                .body("size", equalTo(members.size()));
        return members;
    }
}
