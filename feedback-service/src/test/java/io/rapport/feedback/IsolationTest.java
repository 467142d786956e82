package io.rapport.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.sql.Sql;
import io.rapport.feedback.testing.ServiceTest;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.test.Isolation;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IsolationTest extends ServiceTest {
    @Inject
    AgroalDataSource database;

    @Inject
    BusinessScope scope;

    @Inject
    Sql sql;

    @Test
    void everyTableButTheQueuesForcesRowLevelSecurity() throws SQLException {
        Isolation.everyTableForcesRowLevelSecurityBut(
                database,
                "scoring_task",
                "fact_outbox",
                "delivery_task",
                "reading_model",
                "onward_task",
                "poll_task",
                "import_task",
                "reply_task",
                "mask_task",
                "survey_address",
                "feedback_words");
    }

    @Test
    void theApplicationOwnsNothing() throws SQLException {
        Isolation.theApplicationOwnsNothing(database);
    }

    @Test
    void pooledConnectionsDoNotCarryABusinessOver() throws Exception {
        List<String> businesses =
                IntStream.range(0, 20).mapToObj(i -> known(randomBusiness())).toList();
        for (String one : businesses) {
            as(one).body(review("r", "of " + one)).post("/v1/feedback").then().statusCode(202);
        }
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String one = businesses.get(i % businesses.size());
            int number = i;
            tasks.add(() -> seesOnlyItsOwn(one, number));
        }
        try (var threads = Executors.newFixedThreadPool(32)) {
            for (Future<Boolean> result : threads.invokeAll(tasks)) {
                assertThat(result.get()).isTrue();
            }
        }
        assertThat(sql.list("select 1 from feedback", row -> 1)).isEmpty();
    }

    /** Every third transaction fails, and some have no business at all. */
    private boolean seesOnlyItsOwn(String one, int number) {
        Set<String> named = number % 7 == 0 ? Set.of() : Set.of(one);
        List<String> seen = new ArrayList<>();
        try {
            scope.run(named, () -> QuarkusTransaction.requiringNew().run(() -> {
                seen.addAll(sql.list("select text from feedback", row -> row.getString(1)));
                if (number % 3 == 0) {
                    sql.list("select 1 / 0", row -> row.getInt(1));
                }
            }));
        } catch (RuntimeException expected) {
            assertThat(number % 3).isZero();
        }
        return seen.equals(named.isEmpty() ? List.of() : List.of("of " + one));
    }

    /** Not forced on the table's owner, whose function looks words up; so it is shown to hold for everybody else. */
    @Test
    void wordsOfAnotherBusinessAreNotFound() {
        as(business).body(review("r", "sourdough")).post("/v1/feedback").then().statusCode(202);
        String other = known(randomBusiness());
        String words = "select count(*) from feedback_words where business_id = '" + business + "'";
        String found = "select count(*) from feedback_with_words('" + business + "', 'sourdough', 10)";
        assertThat(count(business, words)).isEqualTo(count(business, found)).isOne();
        assertThat(count(other, words)).isEqualTo(count(other, found)).isZero();
    }

    private int count(String named, String statement) {
        return scope.call(Set.of(named), () -> QuarkusTransaction.requiringNew()
                .call(() -> sql.first(statement, row -> row.getInt(1)).orElseThrow()));
    }

    @Test
    void rowsOfAnotherBusinessCannotBeWritten() {
        String other = known(randomBusiness());
        assertThatThrownBy(() -> scope.run(Set.of(other), () -> QuarkusTransaction.requiringNew()
                        .run(() -> sql.update(
                                "insert into parked (business_id, id, what, source, feedback_id, revision, reading_seq, reason)"
                                        + " values (?, 'x', 'fact', 's', 'i', 1, 0, 'r')",
                                business))))
                .hasStackTraceContaining("row-level security");
    }
}
