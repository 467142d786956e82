package io.rapport.metrics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.rollup.Derivation;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.Deed;
import io.rapport.metrics.support.Links;
import io.rapport.metrics.support.MetricsTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MetricsTest
class ValueRecountTest {
    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");
    private static final List<String> TYPES = List.of(
            "purchase",
            "purchase",
            "purchase",
            "refund",
            "refund",
            "subscription_started",
            "subscription_renewed",
            "subscription_changed",
            "subscription_cancelled");

    @Inject
    Transactions transactions;

    @Inject
    BusinessScope scope;

    @Inject
    Derivation derivation;

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest(name = "{0}, history {1}")
    @CsvSource({"Europe/Dublin, 1", "Asia/Kathmandu, 2", "America/St_Johns, 3"})
    @DisplayName("Orders, refunds, subscriptions and customers' sums of a random history equal a recount, exactly")
    void equalARecount(String zone, long seed) throws JsonProcessingException {
        Random random = new Random(seed);
        Client client = Client.newBusiness(zone);
        settings(client, 2, zone, "0.9215");
        Links links = new Links(client);
        List<Deed> deeds = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            deeds.add(deed("d" + i, random));
        }
        BigDecimal rate = new BigDecimal("0.9215");
        send(client, deeds.subList(0, 300), random);
        equal(client, new ValueRecount(deeds.subList(0, 300), links, ZoneId.of(zone), rate));
        link(links, random);
        equal(client, new ValueRecount(deeds.subList(0, 300), links, ZoneId.of(zone), rate));
        send(client, deeds.subList(250, 500), random);
        ValueRecount all = new ValueRecount(deeds, links, ZoneId.of(zone), rate);
        figuresEqual(client, new FigureRecount(all, deeds, ZoneId.of(zone)));
        equal(client, all);
        for (int i = 1; i < 5; i++) {
            links.undo("customer", "c" + i);
        }
        links.undo("visitor", "v1");
        equal(client, all);

        scope.run(
                Set.of(client.business()),
                () -> transactions.call(connection -> {
                    ValueTasks.noteEverything(connection, client.business());
                    return null;
                }));
        equal(client, all);
        settings(client, 3, "Pacific/Auckland", "1.25");
        equal(client, new ValueRecount(deeds, links, ZoneId.of("Pacific/Auckland"), new BigDecimal("1.25")));
    }

    private static void link(Links links, Random random) {
        for (int i = 0; i < 14; i++) {
            boolean visitor = random.nextInt(3) > 0;
            String id = visitor ? "v" + random.nextInt(4) : "p" + random.nextInt(3) + "@x.ie";
            if (random.nextInt(4) == 0) {
                links.undo(visitor ? "visitor" : "email", id);
            } else {
                Instant at = START.plusSeconds(86_400L * i * 6 + i);
                links.link(visitor ? "visitor" : "email", id, "c" + random.nextInt(5), at, Map.of());
            }
        }
        for (int i = 0; i < 6; i++) {
            // Downwards alone, so that they never go in a circle.
            int former = 1 + random.nextInt(4);
            links.link("customer", "c" + former, "c" + random.nextInt(former), START.plusSeconds(i), Map.of());
        }
    }

    private void equal(Client client, ValueRecount recount) {
        await().until(() -> scope.call(Set.of(client.business()), () -> derivation.catchUp(client.business())));
        assertThat(
                        rows(
                                client,
                                "select id || '|' || type || '|' || subject || '|' || coalesce(customer_id, 'null') || '|'"
                                        + " || coalesce(amount_minor::text, 'null') || '|' || coalesce(set_aside, 'null') from value_fact"))
                .containsExactlyElementsOf(recount.facts());
        assertThat(rows(
                        client,
                        "select subject || '|' || coalesce(customer_id, 'null') || '|' || coalesce(plan, 'null') || '|'"
                                + " || coalesce(annual_minor::text, 'null') || '|' || " + instant("began_at")
                                + " || '|'"
                                + " || coalesce(" + instant("ended_at")
                                + ", 'null') || '|' || coalesce(ended_by, 'null')"
                                + " from customer_subscription"))
                .containsExactlyElementsOf(recount.spans());
        assertThat(rows(
                        client,
                        "select customer_id || '|' || orders || '|' || unpriced || '|' || purchase_days || '|'"
                                + " || spent_minor || '|' || refunded_minor || '|' || coalesce("
                                + instant("first_order_at")
                                + ", 'null') || '|' || coalesce(" + instant("last_order_at") + ", 'null') || '|' || "
                                + instant("joined_at") + " || '|' || first_channel from customer_value"))
                .containsExactlyElementsOf(recount.customers());
    }

    private void figuresEqual(Client client, FigureRecount recount) throws JsonProcessingException {
        LocalDate from = LocalDate.of(2026, 2, 10);
        LocalDate to = LocalDate.of(2026, 5, 3);
        plansEqual(client, recount, LocalDate.of(2026, 3, 10), to);
        cohortsEqual(client, recount, "inactivity");
        cohortsEqual(client, recount, "contractual");
        for (String metric : recount.figures(from, to, channel -> true).keySet()) {
            JsonNode answer = answer(client, metric, from, to);
            equal(
                    metric,
                    answer.path("total"),
                    recount.figures(from, to, channel -> true).get(metric));
            for (JsonNode element : answer.path("series")) {
                LocalDate since = LocalDate.parse(element.path("from").asText());
                LocalDate until = LocalDate.parse(element.path("to").asText());
                equal(
                        metric,
                        element,
                        recount.figures(since, until, channel -> true).get(metric));
            }
            String by = client.metric(metric + "?from=" + from + "&to=" + to + "&by=channel")
                    .extract()
                    .asString();
            for (JsonNode element : json.readTree(by).path("breakdown")) {
                equal(
                        metric,
                        element,
                        recount.figures(from, to, element.path("key").asText()::equals)
                                .get(metric));
            }
        }
        for (String metric : recount.staying(from, to).keySet()) {
            JsonNode answer = answer(client, metric, from, to);
            equal(metric, answer.path("total"), recount.staying(from, to).get(metric));
            for (JsonNode element : answer.path("series")) {
                LocalDate since = LocalDate.parse(element.path("from").asText());
                LocalDate until = LocalDate.parse(element.path("to").asText());
                equal(metric, element, recount.staying(since, until).get(metric));
            }
        }
    }

    /** Each plan's own revenue, and no other's. */
    private void plansEqual(Client client, FigureRecount recount, LocalDate from, LocalDate to)
            throws JsonProcessingException {
        for (String kind : List.of("gross", "net")) {
            JsonNode breakdown = answer(client, "revenue_churn_rate?by=plan&kind=" + kind, from, to)
                    .path("breakdown");
            assertThat(breakdown).hasSizeGreaterThan(1);
            for (JsonNode element : breakdown) {
                String key = element.path("key").asText();
                equal(
                        "revenue_churn_rate of " + key,
                        element,
                        recount.lost(from, to, kind.equals("net"), plan -> key.equals(plan == null ? "(none)" : plan)));
            }
        }
    }

    private void cohortsEqual(Client client, FigureRecount recount, String basis) throws JsonProcessingException {
        YearMonth first = YearMonth.of(2026, 2);
        YearMonth last = YearMonth.of(2026, 8);
        Collection<SortedSet<YearMonth>> active = recount.activeMonths(basis.equals("contractual"), last);
        String question = "retention_cohorts?from=2026-02-01&to=2026-06-01&basis=" + basis;
        JsonNode total = json.readTree(
                        client.metric(question).statusCode(200).extract().asString())
                .path("total");
        assertThat(total.path("basis").asText()).isEqualTo(basis);
        assertThat(total.path("n").asLong())
                .isPositive()
                .isEqualTo(active.stream()
                        .filter(months -> !months.first().isBefore(first))
                        .count());
        for (JsonNode row : total.path("rows")) {
            YearMonth cohort = YearMonth.parse(row.path("key").asText());
            List<SortedSet<YearMonth>> customers = active.stream()
                    .filter(months -> months.first().equals(cohort))
                    .toList();
            assertThat(row.path("size").asInt()).as(cohort + " " + basis).isEqualTo(customers.size());
            for (int offset = 0; !cohort.plusMonths(offset).isAfter(last); offset++) {
                YearMonth month = cohort.plusMonths(offset);
                double share = customers.stream()
                                .filter(months -> months.contains(month))
                                .count()
                        / (double) customers.size();
                assertThat(row.path("cells").path(offset).path("value").asDouble())
                        .as(cohort + " in " + month + " " + basis)
                        .isEqualTo(share, within(1e-9));
            }
        }
    }

    private JsonNode answer(Client client, String metric, LocalDate from, LocalDate to) throws JsonProcessingException {
        String question =
                metric + (metric.contains("?") ? "&" : "?") + "from=" + from + "&to=" + to + "&interval=month";
        return json.readTree(client.metric(question).statusCode(200).extract().asString());
    }

    private static void equal(String metric, JsonNode element, long[] expected) {
        assertThat(whole(element.path("numerator"))).as(metric + " " + element).isEqualTo(expected[0]);
        assertThat(whole(element.path("denominator")))
                .as(metric + " " + element)
                .isEqualTo(expected[1]);
    }

    /** Money is written with two decimals, all else whole. */
    private static long whole(JsonNode number) {
        return number.isNull() ? 0 : Long.parseLong(number.asText().replace(".", ""));
    }

    private static String instant(String column) {
        return "to_char(" + column + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')";
    }

    private List<String> rows(Client client, String select) {
        return scope.call(
                Set.of(client.business()),
                () -> transactions.call(connection -> Sql.of(select + " where business_id = ?", client.business())
                        .list(connection, row -> row.getString(1))
                        .stream()
                        .sorted()
                        .toList()));
    }

    private static void settings(Client client, int version, String zone, String rate) {
        Map<String, Object> dollar = Map.of("currency", "USD", "rate", rate, "from", ValueRecount.RATE_FROM.toString());
        client.with(Scopes.INTERNAL_SETTINGS)
                .body(Map.of(
                        "version",
                        version,
                        "timeZone",
                        zone,
                        "currency",
                        "EUR",
                        "rates",
                        List.of(dollar),
                        "inactivityDays",
                        FigureRecount.INACTIVITY_DAYS))
                .put("/internal/v1/businesses/{id}/settings", client.business())
                .then()
                .statusCode(204);
    }

    /** In a random order, some of it twice, in several requests. */
    private void send(Client client, List<Deed> deeds, Random random) throws JsonProcessingException {
        List<Deed> sent = new ArrayList<>(deeds);
        for (int i = 0; i < deeds.size() / 8; i++) {
            sent.add(deeds.get(random.nextInt(deeds.size())));
        }
        Collections.shuffle(sent, random);
        for (int i = 0; i < sent.size(); i += 60) {
            List<Map<String, Object>> some = new ArrayList<>();
            for (Deed deed : sent.subList(i, Math.min(i + 60, sent.size()))) {
                Map<String, Object> one = new HashMap<>(deed.json());
                Map<String, Object> properties = new HashMap<>(deed.properties());
                Object minor = properties.remove("_minor");
                Object currency = properties.remove("_currency");
                one.put("properties", properties);
                one.put(
                        "value",
                        minor == null
                                ? null
                                : Map.of("amount", BigDecimal.valueOf((Long) minor, 2), "currency", currency));
                some.add(one);
            }
            client.events(json.writeValueAsString(some)).statusCode(202);
        }
    }

    private static Deed deed(String id, Random random) {
        Map<String, Object> properties = new HashMap<>();
        String type = TYPES.get(random.nextInt(TYPES.size()));
        boolean subscription = type.startsWith("subscription");
        int who = random.nextInt(7);
        if (random.nextInt(6) > 0) {
            // Few of them, so that facts meet.
            properties.put(subscription ? "subscriptionId" : "orderId", "o" + random.nextInt(subscription ? 12 : 80));
        }
        if (subscription && random.nextInt(4) > 0) {
            properties.put("plan", random.nextBoolean() ? "small" : "large");
            properties.put("period", random.nextBoolean() ? "month" : "year");
        }
        if (random.nextInt(8) > 0) {
            properties.put("_minor", 100L * random.nextInt(type.equals("refund") ? 6 : 8));
            properties.put("_currency", random.nextInt(4) > 0 ? "EUR" : random.nextInt(3) > 0 ? "USD" : "GBP");
        }
        if (who == 5) {
            properties.put("recipient", "p" + random.nextInt(3) + "@x.ie");
        }
        return new Deed(
                id,
                type,
                START.plusSeconds(1_800L * random.nextInt(48 * 100)),
                who < 3 ? "c" + random.nextInt(5) : null,
                who >= 3 && who < 5 ? "v" + random.nextInt(4) : null,
                random.nextBoolean() ? "shop" : "web",
                null,
                random.nextInt(25) == 0,
                properties);
    }
}
