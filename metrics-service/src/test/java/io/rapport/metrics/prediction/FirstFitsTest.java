package io.rapport.metrics.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By the properties of tests a first fit is made eight minutes after the history, where a new business's is due after ten. */
@MetricsTest
class FirstFitsTest {
    private static final Duration SOON = Duration.ofMinutes(8);
    private static final Duration ANYWAY = Duration.ofMinutes(10);
    private static final TemporalUnitOffset A_WHILE = within(90, ChronoUnit.SECONDS);

    @Inject
    FirstFits first;

    @Inject
    Transactions transactions;

    @Inject
    BusinessScope scope;

    private Client crumb;

    @BeforeEach
    void newBusiness() {
        crumb = Client.newBusiness("UTC");
    }

    @Test
    void historyIsFittedSoonAndTodaysOrdersAreNot() {
        order("today", Instant.now());
        assertThat(due()).isCloseTo(Instant.now().plus(ANYWAY), A_WHILE);
        order("before", Instant.now().minus(Duration.ofDays(40)));
        assertThat(due())
                .isCloseTo(Instant.now().plus(SOON), A_WHILE)
                .isBefore(Instant.now().plus(SOON));
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
        in(() -> transactions.call(connection -> {
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
            return null;
        }));
    }

    /** Nobody else's is due so long ago. */
    private Optional<FitTasks.Task> take(String business, Instant now) {
        return transactions
                .call(connection -> FitTasks.take(connection, now, now.plusSeconds(30)))
                .filter(task -> task.business().equals(business));
    }

    private Instant due() {
        return in(() -> transactions.call(connection -> Sql.of(
                        "select due_at from fit_task where business_id = ? and fit_id = ''", crumb.business())
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

    private <T> T in(java.util.function.Supplier<T> work) {
        return scope.call(Set.of(crumb.business()), work);
    }
}
