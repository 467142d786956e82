package io.rapport.metrics.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.database.Pace;
import io.rapport.frame.imports.ImportSteps;
import io.rapport.frame.imports.ImportWorker;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A file is read on where somebody stopped, and by two at once where one only seemed to have stopped: each row once. */
@MetricsTest
class ResumedImportTest {
    private static final int ROWS = 100_000;

    @Inject
    ImportSteps steps;

    @Inject
    Transactions transactions;

    @Inject
    BusinessScope scope;

    @Test
    void eachRowIsReadOnce() {
        Client crumb = Client.newBusiness();
        Imports imports = new Imports(crumb);
        String id =
                imports.send("events", null, file()).statusCode(202).extract().path("id");
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(1))
                .until(() -> (int) imports.get(id).extract().path("rows") > 0);
        int taken = takeOver(crumb.business(), id);
        imports.ended(id)
                .body("state", equalTo("done"), "rows", equalTo(ROWS), "rejected", equalTo(ROWS / 100))
                .body("duplicates", equalTo(ROWS / 50), "accepted", equalTo(ROWS - ROWS / 100 - ROWS / 50))
                .body("errors", hasSize(1_000));
        assertThat(taken).isPositive();
        assertThat(count(crumb.business(), "event")).isEqualTo(ROWS - ROWS / 100 - ROWS / 50);
        assertThat(count(crumb.business(), "import_chunk")).isZero();
        assertThat(imports.rejected(id).lines()).hasSize(1 + ROWS / 100);
        views(crumb, ROWS - ROWS / 100 - ROWS / 50);
        imports.takeBack(id).body("state", equalTo("removed"));
        assertThat(count(crumb.business(), "event")).isZero();
        views(crumb, 0);
        crumb.events(crumb.pageView("0", "v0", "2026-03-01T00:00:00Z", "https://crumb.example/"))
                .body("accepted", equalTo(1));
    }

    /** A question waits two seconds at most for what is still to be derived. */
    private static void views(Client crumb, int count) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() ->
                        crumb.metric("page_views?from=2026-01-01&to=2027-01-01").body("total.value", equalTo(count)));
    }

    /** As another replica would that takes the first one for dead, and is gone itself after some rounds. */
    private int takeOver(String business, String id) {
        int rounds = 0;
        for (int replica = 0; replica < 3; replica++) {
            transactions.call(connection -> {
                Sql.of("update import_task set leased_until = null where import_id = ?", id)
                        .update(connection);
                return null;
            });
            ImportWorker other = new ImportWorker(steps);
            for (int i = 0; i < 8 && other.round() == Pace.MORE; i++) {
                rounds++;
            }
        }
        return rounds;
    }

    private long count(String business, String of) {
        return scope.call(
                Set.of(business),
                () -> transactions.call(connection -> Sql.of("select count(*) from " + of)
                        .list(connection, row -> row.getLong(1))
                        .getFirst()));
    }

    /** Of a hundred rows one is bad, and two are there before. */
    private static String file() {
        StringBuilder file = new StringBuilder("id,source,type,occurredAt,visitorId\n");
        for (int i = 0; i < ROWS; i++) {
            int id = i % 50 == 49 ? i - 1 : i;
            String at = i % 100 == 50 ? "never" : "2026-03-%02dT%02d:00:00Z".formatted(1 + i % 28, i % 24);
            file.append(id)
                    .append(",web,page_view,")
                    .append(at)
                    .append(",v")
                    .append(i % 500)
                    .append('\n');
        }
        return file.toString();
    }
}
