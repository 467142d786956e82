package io.rapport.metrics.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.frame.token.Scopes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Compares each figure of some metrics, in each interval and by each key, with a recount. */
public final class FamilyCheck {
    /** With whole months, weeks and a change of the clocks within. */
    public static final LocalDate FROM = LocalDate.of(2026, 2, 17);

    public static final LocalDate TO = LocalDate.of(2026, 5, 3);
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Client client;
    private final ZoneId zone;

    public FamilyCheck(Client client, ZoneId zone) {
        this.client = client;
        this.zone = zone;
    }

    /** A second way to a metric. */
    @FunctionalInterface
    public interface Recount {
        /** The figure of each key; without a dimension, all under the key "". */
        Map<String, Fraction> count(String metric, String dimension, LocalDate from, LocalDate to);
    }

    /** Sends in any order and in batches of any size, some of it twice. */
    public static void send(Client client, List<Deed> deeds, Random random) throws JsonProcessingException {
        List<Deed> sent = new ArrayList<>(deeds);
        sent.addAll(deeds.subList(0, deeds.size() / 8));
        Collections.shuffle(sent, random);
        for (int i = 0; i < sent.size(); ) {
            int end = Math.min(sent.size(), i + 1 + random.nextInt(300));
            List<Map<String, Object>> batch =
                    sent.subList(i, end).stream().map(Deed::json).toList();
            client.events(JSON.writeValueAsString(batch)).statusCode(202);
            i = end;
        }
    }

    public boolean within(Instant at, LocalDate from, LocalDate to) {
        LocalDate day = at.atZone(zone).toLocalDate();
        return !day.isBefore(from) && day.isBefore(to);
    }

    public void equal(Recount recount, List<String> metrics, List<String> dimensions, String segment)
            throws JsonProcessingException {
        for (String metric : metrics) {
            for (JsonNode answer : ask(metric, segment, "interval", List.of("day", "week", "month"))
                    .values()) {
                assertThat(Fraction.read(answer.path("total")))
                        .as(metric + segment)
                        .isEqualTo(total(recount, metric, FROM, TO));
                for (JsonNode element : answer.path("series")) {
                    LocalDate from = LocalDate.parse(element.path("from").asText());
                    LocalDate to = LocalDate.parse(element.path("to").asText());
                    assertThat(Fraction.read(element))
                            .as(metric + segment + " from " + from + " to " + to)
                            .isEqualTo(total(recount, metric, from, to));
                }
            }
            ask(metric, segment, "by", dimensions).forEach((dimension, answer) -> assertThat(breakdown(answer))
                    .as(metric + segment + " by " + dimension)
                    .isEqualTo(present(recount.count(metric, dimension, FROM, TO))));
        }
    }

    private static Fraction total(Recount recount, String metric, LocalDate from, LocalDate to) {
        return recount.count(metric, null, from, to).getOrDefault("", Fraction.NOTHING);
    }

    private static Map<String, Fraction> breakdown(JsonNode answer) {
        Map<String, Fraction> found = new TreeMap<>();
        answer.path("breakdown")
                .forEach(element -> found.put(element.path("key").asText(), Fraction.read(element)));
        return present(found);
    }

    /** A key of which there is nothing says no more than one that is missing. */
    private static Map<String, Fraction> present(Map<String, Fraction> figures) {
        Map<String, Fraction> present = new TreeMap<>(figures);
        present.values().removeIf(Fraction.NOTHING::equals);
        return present;
    }

    /** The answers to a question that differs in one parameter, by its values. */
    private Map<String, JsonNode> ask(String metric, String segment, String parameter, List<String> values)
            throws JsonProcessingException {
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
        if (questions.isEmpty()) {
            return Map.of();
        }
        JsonNode results = JSON.readTree(client.with(Scopes.METRICS_READ)
                        .body(Map.of("queries", questions))
                        .post("/v1/metrics/query")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .path("results");
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        values.forEach(value -> answers.put(value, results.path(value)));
        return answers;
    }
}
