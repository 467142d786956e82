package io.rapport.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is sent has only the members that the API documents: an unknown one is refused there. */
class WireFormatTest {
    private static final SampleBusiness SAMPLE =
            SampleBusiness.generate(LocalDate.of(2026, 11, 22), SampleBusiness.SEED);

    private static final Map<String, Set<String>> DOCUMENTED = Map.of(
            "events",
                    Set.of(
                            "id",
                            "source",
                            "type",
                            "occurredAt",
                            "visitorId",
                            "customerId",
                            "channel",
                            "campaign",
                            "page",
                            "touchpoint",
                            "location",
                            "product",
                            "context",
                            "value",
                            "properties"),
            "page", Set.of("url", "title", "referrer"),
            "context", Set.of("userAgent", "language", "country", "ip"),
            "value", Set.of("amount", "currency"),
            "feedback",
                    Set.of(
                            "id",
                            "source",
                            "kind",
                            "text",
                            "rating",
                            "author",
                            "occurredAt",
                            "language",
                            "url",
                            "page",
                            "touchpoint",
                            "product",
                            "location"),
            "author", Set.of("name", "customerId"),
            "answers",
                    Set.of(
                            "id",
                            "score",
                            "comment",
                            "answers",
                            "surveyVersion",
                            "customerId",
                            "visitorId",
                            "occurredAt",
                            "touchpoint"),
            "measurements", Set.of("source", "series", "from", "to", "dimensions", "value"));

    @Test
    void eventsAreAsDocumented() {
        for (JsonNode event : json(SAMPLE.events())) {
            assertMembers(event, "events", "id", "source", "type", "occurredAt");
            for (String part : List.of("page", "context", "value")) {
                if (event.has(part)) {
                    assertMembers(event.path(part), part);
                }
            }
            Instant.parse(event.path("occurredAt").asText());
        }
    }

    @Test
    void feedbackIsAsDocumented() {
        for (JsonNode said : json(SAMPLE.feedback())) {
            assertMembers(said, "feedback", "id", "source", "kind", "text", "occurredAt");
            if (said.has("rating")) {
                assertThat(members(said.path("rating"))).isIn(Set.of("value", "scale"), Set.of("recommends"));
            }
            if (said.has("author")) {
                assertMembers(said.path("author"), "author");
            }
        }
    }

    @Test
    void surveyAnswersAreAsDocumented() {
        for (JsonNode answer : json(SAMPLE.answers())) {
            assertMembers(answer, "answers", "id", "score", "occurredAt");
            assertThat(answer.path("score").asInt(-1)).isBetween(0, 10);
        }
    }

    @Test
    void identitiesLinkOneIdToACustomer() {
        for (JsonNode link : json(SAMPLE.identities())) {
            assertThat(members(link))
                    .isIn(
                            Set.of("visitorId", "customerId", "occurredAt", "traits"),
                            Set.of("email", "customerId", "occurredAt", "traits"));
        }
    }

    @Test
    void measurementsAreAsDocumented() {
        for (JsonNode measurement : json(SAMPLE.measurements())) {
            assertThat(members(measurement)).isEqualTo(DOCUMENTED.get("measurements"));
            Instant.parse(measurement.path("from").asText());
        }
    }

    @Test
    void businessAndSurveyAreAsDocumented() {
        assertThat(members(json(SAMPLE.profile()))).isEqualTo(Set.of("name", "timeZone", "currency"));
        JsonNode survey = json(SAMPLE.survey());
        assertThat(members(survey)).isEqualTo(Set.of("name", "type", "question", "scale", "languages"));
        assertThat(survey.path("scale")).isEqualTo(json(Map.of("min", 0, "max", 10, "good", "high")));
    }

    private static void assertMembers(JsonNode object, String kind, String... required) {
        Set<String> members = members(object);
        assertThat(DOCUMENTED.get(kind)).containsAll(members);
        assertThat(members).containsAll(List.of(required));
        object.forEach(member -> assertThat(member.isNull()).isFalse());
    }

    private static Set<String> members(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode json(Object value) {
        return Json.read(new String(Json.write(value), StandardCharsets.UTF_8));
    }
}
