package io.rapport.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.test.Isolation;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@MetricsTest
class IsolationTest {
    @Inject
    AgroalDataSource database;

    @Inject
    Transactions transactions;

    @Inject
    BusinessScope scope;

    @Test
    void everyTableOfABusinessForcesRowLevelSecurity() throws Exception {
        Isolation.everyTableForcesRowLevelSecurityBut(
                database,
                "event_key",
                "feedback_watermark",
                "visit_task",
                "visit_rebuild",
                "value_task",
                "import_task",
                "retention_task",
                "erasure_task",
                "erasure_part_task",
                "fit_task",
                "visitor_salt");
        Isolation.theApplicationOwnsNothing(database);
    }

    @Test
    void withoutABusinessNoRowIsSeen() {
        Client crumb = Client.newBusiness();
        crumb.events(crumb.pageView("1", "v", "2026-03-01T09:00:00Z", "https://crumb.example/"));
        assertThat(businessesSeen(Set.of())).isEmpty();
        assertThat(businessesSeen(Set.of(crumb.business()))).containsExactly(crumb.business());
    }

    @Test
    void aRowOfAnotherBusinessCannotBeWritten() {
        assertThatThrownBy(() -> scope.run(
                        Set.of("b_mine"),
                        () -> transactions.call(connection -> Sql.of(
                                        "insert into agent (business_id, name) values ('b_theirs', 'curl')")
                                .update(connection))))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void pooledConnectionsDoNotLeakBetweenBusinesses() throws Exception {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Client client = Client.newBusiness();
            client.events(client.pageView("1", "v", "2026-03-01T09:00:00Z", "https://crumb.example/"));
            clients.add(client);
        }
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            String business = clients.get(i % clients.size()).business();
            boolean fails = i % 5 == 0;
            tasks.add(() ->
                    fails ? failing(business) : businessesSeen(Set.of(business)).equals(List.of(business)));
        }
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (Future<Boolean> answer : threads.invokeAll(tasks)) {
                assertThat(answer.get()).isTrue();
            }
        }
    }

    private boolean failing(String business) {
        try {
            scope.run(
                    Set.of(business),
                    () -> transactions.call(
                            connection -> Sql.of("select 1 / 0").list(connection, row -> row.getInt(1))));
            return false;
        } catch (RuntimeException divided) {
            return true;
        }
    }

    private List<String> businessesSeen(Set<String> scoped) {
        return scope.call(
                scoped,
                () -> transactions.call(connection ->
                        Sql.of("select distinct business_id from event").list(connection, row -> row.getString(1))));
    }
}
