package io.rapport.metrics.advocacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.Deed;
import io.rapport.metrics.support.FamilyCheck;
import io.rapport.metrics.support.Links;
import io.rapport.metrics.support.MetricsTest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MetricsTest
class PeopleRecountTest {
    private static final List<String> BY_CHANNEL = List.of(
            "referral_rate",
            "referral_conversion_rate",
            "community_participation_rate",
            "event_attendance_rate",
            "store_visits",
            "repeat_visit_rate",
            "contact_frequency");
    private static final List<String> OF_WORDS =
            List.of("mention_count", "share_of_positive_mentions", "user_content_count", "in_store_csat");

    private static final List<String> TYPES = List.of(
            "referral_made",
            "referral_converted",
            "event_registered",
            "event_attended",
            "store_visit",
            "store_visit",
            "email_delivered",
            "call_received",
            "community_post",
            "purchase");
    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");

    @ParameterizedTest(name = "{0}, history {1}")
    @CsvSource({"Europe/Dublin, 1", "Asia/Kathmandu, 2"})
    @DisplayName("Every metric of advocacy, human contact and overload equals a recount of a random history, exactly")
    void equalsARecount(String zone, long seed) throws JsonProcessingException {
        Random random = new Random(seed);
        Client client = Client.newBusiness(zone);
        Links links = new Links(client);
        List<Deed> deeds = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            deeds.add(deed("d" + i, random));
        }
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            said.add(Said.any("f" + i, random, START));
        }
        FamilyCheck check = new FamilyCheck(client, ZoneId.of(zone));
        PeopleRecount recount = new PeopleRecount(deeds, said, links, check, ZoneId.of(zone));
        FamilyCheck.send(client, deeds.subList(0, 250), random);
        client.facts(String.join(
                        ",",
                        said.stream().map(one -> one.json(client.business())).toList()))
                .statusCode(200);
        for (int i = 0; i < 21; i++) {
            String type =
                    List.of("visitor", "visitor", "email", "phone", "handle").get(random.nextInt(5));
            String id =
                    switch (type) {
                        case "visitor" -> "v" + random.nextInt(4);
                        case "email" -> "p" + random.nextInt(3) + "@x.ie";
                        default -> type + random.nextInt(2);
                    };
            if (random.nextInt(4) == 0) {
                links.undo(type, id);
            } else {
                Instant at = START.plusSeconds(86_400L * i * 4 + i);
                links.link(type, id, "c" + random.nextInt(5), at, Map.of());
            }
        }
        for (int i = 0; i < 6; i++) {
            // Downwards alone, so that they never go in a circle.
            int former = 1 + random.nextInt(4);
            if (random.nextInt(4) == 0) {
                links.undo("customer", "c" + former);
            } else {
                links.link("customer", "c" + former, "c" + random.nextInt(former), START.plusSeconds(i), Map.of());
            }
        }
        FamilyCheck.send(client, deeds.subList(200, 400), random);
        check.equal(recount, BY_CHANNEL, List.of("channel"), "");
        check.equal(recount, OF_WORDS, List.of("channel"), "");
        check.equal(recount, List.of("advocate_count"), List.of(), "");
        for (int i = 1; i < 5; i++) {
            links.undo("customer", "c" + i);
        }
        check.equal(recount, BY_CHANNEL, List.of("channel"), "");
        check.equal(recount, List.of("advocate_count"), List.of(), "");
    }

    private static Deed deed(String id, Random random) {
        Map<String, Object> properties = new HashMap<>();
        String type = TYPES.get(random.nextInt(TYPES.size()));
        int who = random.nextInt(6);
        if (type.startsWith("referral") && random.nextBoolean()) {
            properties.put("referralId", "r" + random.nextInt(12));
        }
        if (type.startsWith("event_")) {
            properties.put("eventId", "talk" + random.nextInt(3));
        }
        boolean message = type.equals("email_delivered") || type.equals("call_received");
        if (message && random.nextInt(4) > 0) {
            properties.put("messageId", "m" + random.nextInt(20));
        }
        if (who == 5 || message && who >= 3) {
            properties.put("recipient", "p" + random.nextInt(3) + "@x.ie");
        }
        if (!message && random.nextInt(4) == 0) {
            properties.put("phone", "phone" + random.nextInt(2));
        }
        if (!message && random.nextInt(4) == 0) {
            properties.put("handle", "handle" + random.nextInt(2));
        }
        return new Deed(
                id,
                type,
                START.plusSeconds(1_800L * random.nextInt(48 * 100)),
                who < 3 ? "c" + random.nextInt(5) : null,
                !message && who >= 3 && who < 5 ? "v" + random.nextInt(4) : null,
                random.nextInt(3) == 0 ? null : random.nextBoolean() ? "shop" : "app",
                null,
                random.nextInt(25) == 0,
                properties);
    }
}
