package io.rapport.metrics.web;

import static org.awaitility.Awaitility.await;

import io.rapport.frame.database.BusinessScope;
import io.rapport.metrics.rollup.Derivation;
import io.rapport.metrics.sql.Transactions;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import io.rapport.metrics.visit.VisitTasks;
import io.rapport.metrics.web.RandomHistory.Sent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MetricsTest
class WebMetricsRecountTest {
    /** With whole months within. */
    private static final LocalDate FROM = LocalDate.of(2026, 2, 17);

    private static final LocalDate TO = LocalDate.of(2026, 5, 3);

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
        WebCheck.send(client, sent, random);
        WebCheck check = new WebCheck(client, FROM, TO);
        WebRecount recount = new WebRecount(sent, ZoneId.of(zone));
        check.equal(recount);
        check.slicesEqual();

        scope.run(
                Set.of(client.business()),
                () -> transactions.call(connection -> {
                    VisitTasks.noteEverything(connection, client.business());
                    return null;
                }));
        await().until(() -> scope.call(Set.of(client.business()), () -> derivation.catchUp(client.business())));
        check.equal(recount);
    }
}
