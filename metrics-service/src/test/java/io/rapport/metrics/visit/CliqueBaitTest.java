package io.rapport.metrics.visit;

import static org.assertj.core.api.Assumptions.assumeThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@MetricsTest
class CliqueBaitTest {
    private static final Path DATA = Path.of(
            Optional.ofNullable(System.getenv("RAPPORT_DATA")).orElse("../../shared/data"),
            "clique_bait",
            "events.csv");

    @Test
    @DisplayName("Clique Bait's 32,734 events give the published 3,564 visits, and R's months and bounces (to 1e-9)")
    void equalsThePublishedFigures() throws IOException {
        assumeThat(Files.exists(DATA)).as("the data set is absent: " + DATA).isTrue();
        Client shop = Client.newBusiness("UTC");
        List<String> batch = new ArrayList<>();
        for (String line : Files.readAllLines(DATA).stream().skip(1).toList()) {
            batch.add(event(line.split(",")));
            if (batch.size() == 1_000) {
                send(shop, batch);
            }
        }
        send(shop, batch);

        shop.metric("visits?from=2020-01-01&to=2020-06-01&interval=month")
                .body("total.value", equalTo(3_564), "series.value", contains(876, 1_488, 916, 248, 36));
        shop.metric("page_views?from=2020-01-01&to=2020-06-01").body("total.value", equalTo(20_928));
        shop.metric("bounce_rate?from=2020-01-01&to=2020-06-01")
                .body("total.numerator", equalTo(908), "total.denominator", equalTo(3_564))
                .body("total.value.toDouble()", closeTo(0.25476992144, 1e-7));
    }

    /** The data set's own visit id stands for the visitor, since one cookie may visit twice within half an hour. */
    private static String event(String[] column) {
        String visit = column[0];
        String type = column[3].equals("1") ? "page_view" : "type_" + column[3];
        String at = column[5].replace(' ', 'T') + "Z";
        return "{\"id\": \"%s-%s\", \"source\": \"clique_bait\", \"type\": \"%s\", \"channel\": \"web\", \"occurredAt\": \"%s\", \"visitorId\": \"%s\"}"
                .formatted(visit, column[4], type, at, visit);
    }

    private static void send(Client shop, List<String> batch) {
        shop.events(batch.toString()).statusCode(202).body("accepted", equalTo(batch.size()));
        batch.clear();
    }
}
