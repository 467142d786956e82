package io.rapport.metrics.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.rollup.Derivation;
import io.rapport.metrics.sql.Transactions;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import io.rapport.metrics.visit.VisitTasks;
import io.rapport.metrics.web.RandomHistory.Sent;
import io.rapport.metrics.web.WebRecount.Fraction;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MetricsTest
class WebMetricsRecountTest {
    private static final List<String> METRICS = List.of(
            "visitors",
            "visits",
            "page_views",
            "bounce_rate",
            "ga4_engagement_rate",
            "ga4_bounce_rate",
            "time_on_page",
            "visit_duration",
            "pages_per_visit",
            "conversion_rate",
            "conversion_rate&goal=booked",
            "conversion_rate&goal=add_to_cart",
            "conversion_rate&per=visitor",
            "conversion_rate&per=visitor&goal=booked",
            "cart_abandonment_rate");

    private static final List<String> DIMENSIONS = List.of(
            "traffic_channel",
            "utm_source",
            "utm_medium",
            "utm_campaign",
            "page",
            "entry_page",
            "exit_page",
            "device",
            "browser",
            "country",
            "language");

    /** With whole months within. */
    private static final LocalDate FROM = LocalDate.of(2026, 2, 17);

    private static final LocalDate TO = LocalDate.of(2026, 5, 3);

    /** Which every visit is in, so that the figures are found from the rows instead of the sums. */
    private static final String EVERYTHING = "&segment=country!=XX";

    @Inject
    ObjectMapper json;

    @Inject
    Transactions transactions;

    @Inject
    BusinessScope scope;

    @Inject
    Derivation derivation;

    @ParameterizedTest(name = "{0}, history {1}")
    @CsvSource({"Europe/Dublin, 1", "Asia/Kathmandu, 2", "Australia/Lord_Howe, 3"})
    @DisplayName("Every web metric, series and breakdown of a random history equals a recount in plain Java, exactly")
    void equalsARecount(String zone, long seed) throws IOException {
        Random random = new Random(seed);
        Client client = Client.newBusiness(zone);
        List<Sent> sent = new RandomHistory(random, Instant.parse("2026-03-27T08:00:00Z"), 10).events(500, 9);
        send(client, sent, random);
        WebRecount recount = new WebRecount(sent, ZoneId.of(zone));
        compare(client, recount);

        scope.run(
                Set.of(client.business()),
                () -> transactions.call(connection -> {
                    VisitTasks.noteEverything(connection, client.business());
                    return null;
                }));
        await().until(() -> scope.call(Set.of(client.business()), () -> derivation.catchUp(client.business())));
        compare(client, recount);
    }

    /** In batches of any size, with figures asked in between, so that sums are carried up many times. */
    private static void send(Client client, List<Sent> sent, Random random) {
        for (int i = 0; i < sent.size(); ) {
            int end = Math.min(sent.size(), i + 1 + random.nextInt(80));
            client.events(sent.subList(i, end).stream()
                            .map(WebMetricsRecountTest::event)
                            .toList()
                            .toString())
                    .statusCode(202);
            client.metric("visits").statusCode(200);
            i = end;
        }
    }

    private void compare(Client client, WebRecount recount) throws IOException {
        for (String segment : List.of("", EVERYTHING)) {
            for (String metric : METRICS) {
                compareSeries(client, recount, metric, segment);
                compareBreakdowns(client, recount, metric, segment);
            }
        }
    }

    private void compareSeries(Client client, WebRecount recount, String metric, String segment) throws IOException {
        Map<String, JsonNode> answers = ask(client, metric, segment, "interval", List.of("day", "week", "month"));
        for (JsonNode answer : answers.values()) {
            assertThat(fraction(answer.path("total"))).as(metric + segment).isEqualTo(total(recount, metric, FROM, TO));
            for (JsonNode element : answer.path("series")) {
                LocalDate from = LocalDate.parse(element.path("from").asText());
                LocalDate to = LocalDate.parse(element.path("to").asText());
                assertThat(fraction(element))
                        .as(metric + segment + " from " + from + " to " + to)
                        .isEqualTo(total(recount, metric, from, to));
            }
        }
    }

    private void compareBreakdowns(Client client, WebRecount recount, String metric, String segment)
            throws IOException {
        Map<String, JsonNode> answers = ask(client, metric, segment, "by", DIMENSIONS);
        answers.forEach((dimension, answer) -> {
            Map<String, Fraction> found = new TreeMap<>();
            answer.path("breakdown")
                    .forEach(element -> found.put(element.path("key").asText(), fraction(element)));
            assertThat(found)
                    .as(metric + segment + " by " + dimension)
                    .isEqualTo(recount.count(metric, dimension, FROM, TO));
        });
    }

    /** The answers to a question that differs in one parameter, by its values. */
    private Map<String, JsonNode> ask(
            Client client, String metric, String segment, String parameter, List<String> values) throws IOException {
        List<Map<String, String>> questions = new ArrayList<>();
        for (String value : values) {
            Map<String, String> question = new LinkedHashMap<>();
            String[] parts = (metric + segment).split("&");
            question.put("id", value);
            question.put("metric", parts[0]);
            for (int i = 1; i < parts.length; i++) {
                String[] pair = parts[i].split("=", 2);
                question.put(pair[0], pair[1]);
            }
            question.put("from", FROM.toString());
            question.put("to", TO.toString());
            question.put(parameter, value);
            questions.add(question);
        }
        String answer = client.with(Scopes.METRICS_READ)
                .body(Map.of("queries", questions))
                .post("/v1/metrics/query")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        JsonNode results = json.readTree(answer).path("results");
        values.forEach(value -> answers.put(value, results.path(value)));
        return answers;
    }

    private static Fraction total(WebRecount recount, String metric, LocalDate from, LocalDate to) {
        return recount.count(metric, null, from, to).getOrDefault("", NOTHING);
    }

    private static final Fraction NOTHING = new Fraction(BigDecimal.ZERO, null);

    /** A denominator of 0 is the same as none here: there is nothing to divide. */
    private static Fraction fraction(JsonNode element) {
        boolean counted = element.path("denominator").isNull()
                || element.path("denominator").asLong() == 0;
        return new Fraction(
                element.path("numerator").decimalValue(),
                counted ? null : element.path("denominator").asLong());
    }

    private static String event(Sent event) {
        String page = event.page() == null
                ? event.origin().referrer() == null
                        ? "null"
                        : "{\"referrer\": \"%s\"}".formatted(event.origin().referrer())
                : "{\"url\": \"https://crumb.example%s%s\", \"referrer\": %s}"
                        .formatted(
                                event.page(),
                                event.origin().query(),
                                quoted(event.origin().referrer()));
        String agent = event.bot()
                ? "Googlebot/2.1"
                : event.agent() == null ? null : event.agent().header();
        return """
                {"id": "%s", "source": "web", "type": "%s", "occurredAt": "%s", "visitorId": "%s", "channel": "web", "page": %s,
                 "context": {"userAgent": %s, "country": %s, "language": %s}}""".formatted(
                        event.id(),
                        event.type(),
                        event.at(),
                        event.visitor(),
                        page,
                        quoted(agent),
                        quoted(event.country()),
                        quoted(event.language()));
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
