package io.rapport.metrics.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By the properties of tests a first fit is made eight minutes after the history. */
@MetricsTest
class FirstFitsTest {
    private static final Duration SOON = Duration.ofMinutes(8);
    private static final Duration A_TICK = Duration.ofMillis(1);

    @Inject
    FirstFits first;

    @Inject
    FitWorker worker;

    @Inject
    Transactions transactions;

    @Inject
    BusinessScope scope;

    private Client crumb;

    @BeforeEach
    void newBusiness() {
        crumb = Client.newBusiness(whereItIsNoon());
    }

    /** Today's orders are today's still when they are derived. */
    private static String whereItIsNoon() {
        int hours = 12 - Instant.now().atOffset(ZoneOffset.UTC).getHour();
        return hours == 0 ? "Etc/GMT" : "Etc/GMT%+d".formatted(-hours);
    }

    @Test
    void historyIsFittedSoonAndTodaysOrdersAreNot() {
        Instant anyway = dueTomorrow();
        order("today", Instant.now());
        assertThat(due()).isEqualTo(anyway);

        Instant from = Instant.now();
        order("before", from.minus(Duration.ofDays(40)));
        assertThat(due())
                .isBetween(
                        from.plus(SOON).minus(A_TICK), Instant.now().plus(SOON).plus(A_TICK));
    }

    @Test
    void whatFailedWaitsHoweverManyOrdersCome() {
        String business = "b_unknown_" + UUID.randomUUID().toString().substring(0, 8);
        Instant begun = Instant.now().truncatedTo(ChronoUnit.MICROS);
        in(business, connection -> FitTasks.add(connection, business, FitTasks.NIGHTLY, begun));
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            worker.wake();
            return due(business).isAfter(begun);
        });
        Instant later = due(business);
        assertThat(later).isAfter(begun.plus(Duration.ofMinutes(59)));

        in(business, connection -> FitTasks.sooner(connection, business, begun, begun.plusSeconds(30)));
        assertThat(due(business)).isEqualTo(later);
        in(business, connection -> FitTasks.sooner(connection, business, begun, later.plusSeconds(30)));
        assertThat(due(business)).isEqualTo(later);
        in(business, connection -> FitTasks.remove(connection, new FitTasks.Task(business, FitTasks.NIGHTLY, later)));
    }

    @Test
    void whatComesDuringAFitThatFailsWaitsToo() {
        String business = "b_failing";
        Instant begun = Instant.parse("2001-01-02T00:00:00Z");
        Instant hour = begun.plus(Duration.ofHours(1));
        in(business, connection -> {
            FitTasks.add(connection, business, FitTasks.NIGHTLY, begun);
            FitTasks.Task task = take(business, begun).orElseThrow();
            FitTasks.sooner(connection, business, begun.plusSeconds(2), begun.plusSeconds(32));
            FitTasks.putOff(connection, task, hour);
            assertThat(take(business, hour.minusSeconds(1))).isEmpty();

            FitTasks.Task again = take(business, hour.plusSeconds(1)).orElseThrow();
            FitTasks.sooner(connection, business, hour.plusSeconds(2), hour.plusSeconds(32));
            FitTasks.later(connection, again, hour.plus(Duration.ofHours(8)));
            assertThat(take(business, hour.plusSeconds(33))).isPresent();
            FitTasks.remove(connection, again);
        });
    }

    @Test
    void whatSomebodyAskedForHolds() {
        new FitClient(crumb).fit("bg-nbd", "2026-01-01", "2026-02-01");
        order("before", Instant.now().minus(Duration.ofDays(40)));
        assertThat(due()).isAfter(Instant.now().plus(Duration.ofHours(23)));
    }

    @Test
    void eachFitMoreWaitsFourTimesAsLong() {
        assertThat(first.pause(0)).isEqualTo(SOON);
        assertThat(first.pause(1)).isEqualTo(SOON.multipliedBy(4));
        assertThat(first.pause(5)).isEqualTo(SOON.multipliedBy(1024));
    }

    @Test
    void whatComesDuringAFitIsFittedAgainAndNothingElseIs() {
        Instant begun = Instant.parse("2001-01-01T00:00:00Z");
        Instant soon = begun.plusSeconds(80);
        Instant night = begun.plus(Duration.ofHours(9));
        String business = "b_first";
        in(business, connection -> {
            FitTasks.add(connection, business, FitTasks.NIGHTLY, begun);
            FitTasks.Task task = take(business, begun).orElseThrow();
            FitTasks.sooner(connection, business, begun.plusSeconds(2), soon);
            assertThat(take(business, begun.plusSeconds(3))).isEmpty();
            FitTasks.later(connection, task, night);
            assertThat(take(business, begun.plusSeconds(4))).isEmpty();

            FitTasks.Task again = take(business, soon.plusSeconds(1)).orElseThrow();
            FitTasks.later(connection, again, night);
            assertThat(take(business, night.minusSeconds(1))).isEmpty();
            FitTasks.remove(connection, again);
        });
    }

    /** Nobody else's is due so long ago. */
    private Optional<FitTasks.Task> take(String business, Instant now) {
        return transactions
                .call(connection -> FitTasks.take(connection, now, now.plusSeconds(30)))
                .filter(task -> task.business().equals(business));
    }

    /** So that whatever is made sooner is, however slow the machine. */
    private Instant dueTomorrow() {
        in(crumb.business(), connection -> Sql.of(
                        "update fit_task set due_at = due_at + interval '1 day' where business_id = ?",
                        crumb.business())
                .update(connection));
        return due();
    }

    private Instant due() {
        return due(crumb.business());
    }

    private Instant due(String business) {
        return scope.call(
                Set.of(business),
                () -> transactions.call(connection -> Sql.of(
                                "select due_at from fit_task where business_id = ? and fit_id = ''", business)
                        .list(connection, row -> Sql.instant(row, "due_at"))
                        .getFirst()));
    }

    /** And derives it, since a question is answered. */
    private void order(String id, Instant at) {
        crumb.events("""
                [{"id": "%s", "source": "shop", "type": "purchase", "occurredAt": "%s", "customerId": "ann",
                  "value": {"amount": "12.50", "currency": "EUR"}, "properties": {"orderId": "%s"}}]""".formatted(id, at, id)).statusCode(202);
        crumb.with(Scopes.METRICS_READ).get("/v1/metrics/orders").then().statusCode(200);
    }

    private void in(String business, Work work) {
        scope.run(
                Set.of(business),
                () -> transactions.call(connection -> {
                    work.with(connection);
                    return null;
                }));
    }

    private interface Work {
        void with(Connection connection) throws SQLException;
    }
}
