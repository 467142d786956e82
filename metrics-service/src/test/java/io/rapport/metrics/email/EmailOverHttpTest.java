package io.rapport.metrics.email;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.Deed;
import io.rapport.metrics.support.FamilyCheck;
import io.rapport.metrics.support.MetricsTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@MetricsTest
class EmailOverHttpTest {
    private static final String MARCH = "?from=2026-03-01&to=2026-04-01";
    private final List<Deed> deeds = new ArrayList<>();
    private Client crumb;

    @BeforeEach
    void newBusiness() {
        crumb = Client.newBusiness();
    }

    @Test
    @DisplayName("A message of March that is opened in May was opened in March; machines are told apart")
    void aRateOfWhatWasSentIsByCohort() throws JsonProcessingException {
        for (int i = 0; i < 5; i++) {
            email(i, "email_delivered", "2026-03-08T10:00:00Z", Map.of());
        }
        email(0, "email_opened", "2026-05-01T10:00:00Z", Map.of());
        email(0, "email_opened", "2026-05-02T10:00:00Z", Map.of());
        email(1, "email_opened", "2026-03-08T10:00:01Z", Map.of("machine", true));
        FamilyCheck.send(crumb, deeds, new Random(1));
        crumb.metric("email_open_rate" + MARCH + "&by=weekday&interval=month&compare=previous")
                .body("total.numerator", equalTo(1), "total.denominator", equalTo(5))
                .body("total.machineOpenShare", equalTo(0.5f), "total.interval.method", equalTo("wilson"))
                .body("total.change.previous", nullValue())
                .body("breakdown.key", contains("sunday"), "series[0].machineOpenShare", equalTo(0.5f));
        crumb.metric("email_open_rate?from=2026-05-01&to=2026-06-01")
                .body("total.value", nullValue(), "total.machineOpenShare", nullValue());
        crumb.metric("machine_open_share" + MARCH).body("total.value", equalTo(0.5f));
        crumb.metric("email_open_rate/evidence" + MARCH + "&limit=2")
                .body("items.fact", contains("mailing", "mailing"), "next", notNullValue());
    }

    @Test
    void anAddressBecomesItsCustomerWithAllThatCameOfIt() throws JsonProcessingException {
        Instant at = Instant.parse("2026-03-08T10:00:00Z");
        deeds.add(
                new Deed("d", "email_delivered", at, null, null, null, "spring", false, Map.of("recipient", "A@x.ie")));
        deeds.add(new Deed("c", "email_clicked", at, "ann", null, null, "spring", false, Map.of()));
        deeds.add(new Deed("p", "purchase", at.plusSeconds(86_400), null, "v1", "web", null, false, Map.of()));
        FamilyCheck.send(crumb, deeds, new Random(1));
        crumb.metric("email_click_rate" + MARCH).body("total.value", equalTo(0.0f));
        crumb.identify("{\"email\": \"a@x.ie\", \"customerId\": \"ann\"}").statusCode(202);
        crumb.metric("email_click_rate" + MARCH).body("total.value", equalTo(1.0f));
        crumb.metric("email_conversion_rate" + MARCH).body("total.value", equalTo(0.0f));
        crumb.identify("{\"visitorId\": \"v1\", \"customerId\": \"ann\"}").statusCode(202);
        crumb.metric("email_conversion_rate" + MARCH + "&goal=bought&window=1").body("total.value", equalTo(1.0f));
        crumb.metric("email_conversion_rate" + MARCH + "&goal=booked").body("total.value", equalTo(0.0f));
        crumb.metric("email_conversion_rate" + MARCH + "&window=0")
                .statusCode(400)
                .body("errors[0].field", equalTo("window"));
        crumb.undo("email", "a@x.ie").statusCode(204);
        crumb.metric("email_click_rate" + MARCH).body("total.value", equalTo(0.0f));
    }

    private void email(int customer, String type, String at, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("messageId", "m1");
        deeds.add(new Deed(
                "e" + deeds.size(), type, Instant.parse(at), "c" + customer, null, null, "spring", false, properties));
    }
}
