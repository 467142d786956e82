package io.rapport.metrics.email;

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
class EmailRecountTest {
    private static final List<String> METRICS = List.of(
            "email_open_rate",
            "machine_open_share",
            "email_click_rate",
            "email_click_to_open_rate",
            "email_conversion_rate",
            "email_conversion_rate&goal=booked&window=2",
            "email_unsubscribe_rate",
            "email_complaint_rate",
            "email_bounce_rate");

    private static final List<String> DIMENSIONS = List.of("campaign", "message", "weekday", "hour");
    private static final List<String> TYPES = List.of(
            "email_sent",
            "email_delivered",
            "email_delivered",
            "email_opened",
            "email_opened",
            "email_clicked",
            "email_bounced",
            "email_unsubscribed",
            "email_complained",
            "purchase",
            "booking");
    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");

    @ParameterizedTest(name = "{0}, history {1}")
    @CsvSource({"Europe/Dublin, 1", "Asia/Kathmandu, 2", "Australia/Lord_Howe, 3"})
    @DisplayName(
            "Every e-mail metric, series and breakdown of a random history equals a recount in plain Java, exactly")
    void equalsARecount(String zone, long seed) throws JsonProcessingException {
        Random random = new Random(seed);
        Client client = Client.newBusiness(zone);
        Links links = new Links(client);
        List<Deed> deeds = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            deeds.add(deed("e" + i, random));
        }
        FamilyCheck check = new FamilyCheck(client, ZoneId.of(zone));
        EmailRecount recount = new EmailRecount(deeds, links, check, ZoneId.of(zone));
        FamilyCheck.send(client, deeds.subList(0, 600), random);
        for (int i = 0; i < 12; i++) {
            String type = random.nextBoolean() ? "email" : "visitor";
            String id = type.equals("email") ? "p" + random.nextInt(5) + "@x.ie" : "v" + random.nextInt(4);
            if (random.nextInt(4) == 0) {
                links.undo(type, id);
            } else {
                links.link(type, id, "c" + random.nextInt(5), START.plusSeconds(86_400L * i * 7 + i), Map.of());
            }
        }
        links.link("customer", "c4", "c1", START, Map.of());
        links.link("customer", "c2", "c0", START, Map.of());
        links.link("customer", "c1", "c0", START, Map.of());
        FamilyCheck.send(client, deeds.subList(500, 900), random);
        check.equal(recount, METRICS, DIMENSIONS, "");
        links.undo("email", "p1@x.ie");
        links.undo("visitor", "v1");
        links.undo("customer", "c1");
        check.equal(recount, METRICS, List.of("campaign"), "");
    }

    /** Few messages, people and days, so that one meets the other; some facts name nobody, or no message. */
    private static Deed deed(String id, Random random) {
        Map<String, Object> properties = new HashMap<>();
        String type = TYPES.get(random.nextInt(TYPES.size()));
        String campaign = random.nextInt(4) == 0 ? null : "k" + random.nextInt(3);
        boolean byCustomer = random.nextInt(3) > 0;
        String visitor = null;
        if (type.startsWith("email_")) {
            if (random.nextInt(12) > 0) {
                properties.put("messageId", "m" + random.nextInt(12));
            }
            if (!byCustomer && random.nextInt(12) > 0) {
                properties.put("recipient", (random.nextBoolean() ? "p" : "P") + random.nextInt(5) + "@x.ie");
            }
            if (random.nextInt(4) == 0) {
                properties.put("machine", true);
            }
        } else if (!byCustomer) {
            visitor = "v" + random.nextInt(4);
        }
        return new Deed(
                id,
                type,
                START.plusSeconds(1_800L * random.nextInt(48 * 100)),
                byCustomer ? "c" + random.nextInt(5) : null,
                visitor,
                type.startsWith("email_") ? null : "web",
                campaign,
                random.nextInt(25) == 0,
                properties);
    }
}
