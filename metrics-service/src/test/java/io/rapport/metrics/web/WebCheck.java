package io.rapport.metrics.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.web.RandomHistory.Sent;
import io.rapport.metrics.web.WebRecount.Fraction;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Compares each web metric, its series and its breakdowns over a period with a recount. */
public final class WebCheck {
    private static final String OF_A_TYPE = "conversion_rate&goal=add_to_cart";
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
            OF_A_TYPE,
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

    /** Which every visit is in, so that the figures are found from the rows instead of the sums. */
    private static final String EVERYTHING = "&segment=country!=XX";

    private final ObjectMapper json = new ObjectMapper();
    private final Client client;
    private final LocalDate from;
    private final LocalDate to;

    public WebCheck(Client client, LocalDate from, LocalDate to) {
        this.client = client;
        this.from = from;
        this.to = to;
    }

    /** In batches of any size, with figures asked in between, so that sums are carried up many times. */
    public static void send(Client client, List<Sent> sent, Random random) {
        for (int i = 0; i < sent.size(); ) {
            int end = Math.min(sent.size(), i + 1 + random.nextInt(80));
            client.events(sent.subList(i, end).stream()
                            .map(WebCheck::event)
                            .toList()
                            .toString())
                    .statusCode(202);
            client.metric("visits").statusCode(200);
            i = end;
        }
    }

    /** From the sums, and from the rows. */
    public void equal(WebRecount recount) throws IOException {
        equal(recount, METRICS, "");
        equal(recount, METRICS, EVERYTHING);
    }

    /** From the sums alone, which know goals but not every type of events. */
    public void sumsEqual(WebRecount recount) throws IOException {
        equal(
                recount,
                METRICS.stream().filter(metric -> !metric.equals(OF_A_TYPE)).toList(),
                "");
    }

    /** One key of a dimension, from its own sums and from the rows; a condition said twice is looked for in the rows. */
    public void slicesEqual() throws IOException {
        List<String> slices = new ArrayList<>();
        for (Map.Entry<String, JsonNode> answer :
                ask("page_views", "", "by", DIMENSIONS).entrySet()) {
            String key = answer.getValue().path("breakdown").path(0).path("key").asText();
            slices.add(answer.getKey() + "==" + (key.equals("(none)") ? "" : key));
        }
        List<String> rows = slices.stream().map(slice -> slice + "," + slice).toList();
        for (String metric : METRICS) {
            Map<String, JsonNode> bySums = ask(metric, "&interval=week", "segment", slices);
            Map<String, JsonNode> byRows = ask(metric, "&interval=week", "segment", rows);
            bySums.forEach((slice, answer) -> assertThat(figures(answer))
                    .as(metric + " of " + slice)
                    .isNotEmpty()
                    .isEqualTo(figures(byRows.get(slice + "," + slice))));
        }
    }

    private static List<Fraction> figures(JsonNode answer) {
        List<Fraction> figures = new ArrayList<>();
        figures.add(fraction(answer.path("total")));
        answer.path("series").forEach(element -> figures.add(fraction(element)));
        return figures;
    }

    private void equal(WebRecount recount, List<String> metrics, String segment) throws IOException {
        for (String metric : metrics) {
            compareSeries(recount, metric, segment);
            compareBreakdowns(recount, metric, segment);
        }
    }

    private void compareSeries(WebRecount recount, String metric, String segment) throws IOException {
        Map<String, JsonNode> answers = ask(metric, segment, "interval", List.of("day", "week", "month"));
        for (JsonNode answer : answers.values()) {
            assertThat(fraction(answer.path("total"))).as(metric + segment).isEqualTo(total(recount, metric, from, to));
            for (JsonNode element : answer.path("series")) {
                LocalDate first = LocalDate.parse(element.path("from").asText());
                LocalDate end = LocalDate.parse(element.path("to").asText());
                assertThat(fraction(element))
                        .as(metric + segment + " from " + first + " to " + end)
                        .isEqualTo(total(recount, metric, first, end));
            }
        }
    }

    private void compareBreakdowns(WebRecount recount, String metric, String segment) throws IOException {
        Map<String, JsonNode> answers = ask(metric, segment, "by", DIMENSIONS);
        answers.forEach((dimension, answer) -> {
            Map<String, Fraction> found = new TreeMap<>();
            answer.path("breakdown")
                    .forEach(element -> found.put(element.path("key").asText(), fraction(element)));
            assertThat(found)
                    .as(metric + segment + " by " + dimension)
                    .isEqualTo(recount.count(metric, dimension, from, to));
        });
    }

    /** The answers to a question that differs in one parameter, by its values. */
    private Map<String, JsonNode> ask(String metric, String segment, String parameter, List<String> values)
            throws IOException {
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
            question.put("from", from.toString());
            question.put("to", to.toString());
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

    public static String event(Sent event) {
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
