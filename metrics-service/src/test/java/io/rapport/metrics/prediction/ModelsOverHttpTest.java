package io.rapport.metrics.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.sql.Transactions;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.DataSet;
import io.rapport.metrics.support.MetricsTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MetricsTest
class ModelsOverHttpTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Inject
    Fits fits;

    @Inject
    Transactions transactions;

    @Inject
    BusinessScope scope;

    private Client crumb;
    private FitClient models;

    @BeforeEach
    void newBusiness() {
        crumb = Client.newBusiness("UTC");
        models = new FitClient(crumb);
    }

    @Test
    void aModelThatWasNeverFittedSaysSo() {
        models.get("/v1/models")
                .statusCode(200)
                .body("name", contains("bg-nbd", "pareto-nbd", "gamma-gamma", "sbg", "churn"))
                .body("version", hasItems(nullValue()));
        models.get("/v1/models/bg-nbd")
                .statusCode(200)
                .body("parameters", nullValue(), "backtest", nullValue(), "timeUnit", equalTo("week"));
        models.get("/v1/models/arima").statusCode(404);
        models.get("/v1/models/bg-nbd/fits/mf_x").statusCode(404);
    }

    @Test
    void withoutAnyCustomerEveryModelSaysWhatItFellBackTo() {
        for (String model : List.of("bg-nbd", "pareto-nbd", "gamma-gamma", "sbg", "churn")) {
            JsonPath fit = models.fit(model, "2026-01-01", "2026-03-01");
            assertThat(fit.getString("result.fallback.reason")).as(model).isNotBlank();
            assertThat(fit.getBoolean("result.converged")).as(model).isFalse();
            assertThat(fit.getString("result.backtest.reason")).as(model).isNotBlank();
            models.get("/v1/models/" + model).body("version", equalTo(1), "customers", equalTo(0));
        }
        models.get("/v1/metrics/cltv_predicted")
                .statusCode(200)
                .body("total.value", nullValue(), "total.reason", equalTo("no_data"), "total.currency", equalTo("EUR"));
        models.get("/v1/metrics/cltv_predicted?horizon=0&discount=1")
                .statusCode(400)
                .body("errors.field", contains("horizon", "discount"));
    }

    @Test
    void aPredictionHasNoPastToBeComparedWithAndNoSeries() {
        models.get("/v1/metrics/cltv_predicted?compare=previous&interval=month")
                .statusCode(400)
                .body("errors.field", contains("interval", "compare"))
                .body("errors.detail", everyItem(containsString("as of the models' last fit")));
    }

    @Test
    void everyFitIsAVersionThatIsKept() {
        crumb.events("[" + purchase("1", "ann", "2026-01-05") + "," + purchase("2", "ann", "2026-02-05") + "]")
                .statusCode(202);
        JsonPath first = models.fit("bg-nbd", "2026-01-01", "2026-02-01");
        JsonPath second = models.fit("bg-nbd", "2026-01-01", "2026-03-01");
        assertThat(first.getInt("version")).isEqualTo(1);
        assertThat(second.getInt("version")).isEqualTo(2);
        assertThat(second.getString("result.fallback.reason")).isEqualTo("there are no two customers");
        assertThat(second.getDouble("result.parameters.rate")).isPositive();
        models.get("/v1/models/bg-nbd").body("version", equalTo(2), "to", equalTo("2026-03-01"));
        String next = models.get("/v1/models/bg-nbd/fits?limit=1")
                .body("items.version", contains(2), "next", notNullValue())
                .extract()
                .path("next");
        models.get("/v1/models/bg-nbd/fits?limit=1&cursor=" + next)
                .body("items.version", contains(1), "items[0].result.to", equalTo("2026-02-01"), "next", nullValue());
    }

    @Test
    void whatIsNoPeriodIsRefused() {
        models.ask("bg-nbd", "{\"from\": \"2026-03-01\", \"to\": \"2026-03-01\"}")
                .statusCode(400)
                .body("errors[0].field", equalTo("from"));
        models.ask("bg-nbd", "{\"to\": \"" + TODAY.plusDays(3) + "\"}")
                .statusCode(400)
                .body("errors[0].field", equalTo("to"));
        models.ask("bg-nbd", "{\"from\": \"yesterday\", \"priors\": 1}")
                .statusCode(400)
                .body("errors.field", contains("from", "priors"));
        models.ask("bg-nbd", "[]").statusCode(400);
        models.ask("arima", "{}").statusCode(404);
        models.get("/v1/models/bg-nbd/fits?cursor=x").statusCode(400);
    }

    @Test
    void modelsAreOneBusinesssOwn() {
        String location = models.ask("sbg", "{\"from\": \"2026-01-01\", \"to\": \"2026-03-01\"}")
                .statusCode(202)
                .extract()
                .header("Location");
        FitClient other = new FitClient(Client.newBusiness());
        other.get(location).statusCode(404);
        other.get("/v1/models/sbg").body("version", nullValue());
        crumb.with(Scopes.METRICS_READ)
                .body("{}")
                .post("/v1/models/sbg/fit")
                .then()
                .statusCode(403);
        crumb.with(Scopes.CUSTOMERS_WRITE).get("/v1/models/sbg").then().statusCode(403);
    }

    @Test
    void theSameThatWaitsIsTheSameFit() {
        ModelFit first = waiting("mf_one");
        ModelFit again = waiting("mf_two");
        assertThat(again.id()).isEqualTo("mf_one").isEqualTo(first.id());
    }

    private ModelFit waiting(String id) {
        ModelFit wanted = new ModelFit(
                crumb.business(),
                id,
                ModelName.SBG,
                ModelFit.State.WAITING,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 2, 1),
                null,
                null,
                null,
                Instant.now(),
                "test",
                null);
        return in(() -> transactions.call(connection -> table.ask(connection, wanted)));
    }

    @Inject
    FitTable table;

    @Test
    void theNightFitsAllModelsAndScoresAllCustomers() {
        DataSet.send(crumb, history(new Random(8)).stream());
        Instant next = in(() -> fits.night(crumb.business(), () -> {}));
        assertThat(next).isAfter(Instant.now()).isBefore(Instant.now().plus(Duration.ofHours(25)));
        models.get("/v1/models")
                .body("version", contains(1, 1, 1, 1, 1))
                .body("to", hasItems(TODAY.toString()))
                .body("[0].fallback", nullValue(), "[0].backtest.customers", notNullValue())
                .body("[4].fallback", nullValue(), "[4].calibration.contractual", equalTo(false));
        JsonPath churn = models.get("/v1/models/churn").extract().jsonPath();
        assertThat(churn.getDouble("backtest.auc")).isGreaterThan(0.6);
        assertThat(churn.getMap("parameters")).containsKeys("(Intercept)", "recency");
        JsonPath risky = models.get(
                        "/v1/customers?sort=-churnRisk&limit=200&segment=tier==at_risk,tier==loyal,tier==champion")
                .statusCode(200)
                .extract()
                .jsonPath();
        List<Float> risks = risky.getList("items.predictions.churnRisk", Float.class);
        assertThat(risks).isNotEmpty().isSortedAccordingTo((a, b) -> Float.compare(b, a));
        assertThat(risky.<List<?>>getList("items.predictions.reasons"))
                .allSatisfy(reasons -> assertThat(reasons.size()).isBetween(1, 3));
        in(() -> fits.night(crumb.business(), () -> {}));
        models.get("/v1/models/bg-nbd").body("version", equalTo(2));
        models.get("/v1/models/bg-nbd/fits").body("items", hasSize(2), "items.requestedBy", hasItems("schedule"));
    }

    @Test
    void whatOneReplicaWorksOnAnotherLeavesAlone() {
        Instant long_ago = Instant.parse("1990-01-01T00:00:00Z");
        List<FitTasks.Task> taken = new ArrayList<>();
        transactions.call(connection -> {
            FitTasks.add(connection, "b_nobody", "mf_a", long_ago);
            FitTasks.add(connection, "b_nobody", "mf_a", long_ago);
            Optional<FitTasks.Task> first = FitTasks.take(connection, long_ago, long_ago.plusSeconds(60));
            Optional<FitTasks.Task> second = FitTasks.take(connection, long_ago, long_ago.plusSeconds(60));
            first.ifPresent(taken::add);
            second.ifPresent(taken::add);
            Optional<FitTasks.Task> later =
                    FitTasks.take(connection, long_ago.plusSeconds(61), long_ago.plusSeconds(90));
            assertThat(later).contains(new FitTasks.Task("b_nobody", "mf_a", long_ago));
            FitTasks.remove(connection, later.orElseThrow());
            return null;
        });
        assertThat(taken).containsExactly(new FitTasks.Task("b_nobody", "mf_a", long_ago));
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        return scope.call(Set.of(crumb.business()), work);
    }

    /** Orders of two years up to yesterday. */
    private static List<String> history(Random random) {
        List<String> events = new ArrayList<>();
        LocalDate first = TODAY.minusDays(730);
        for (Buyer buyer : FittingTest.buyers(random, 400, 0.05)) {
            for (int i = 0; i < buyer.days().length; i++) {
                events.add("""
                        {"id": "%s-%d", "source": "shop", "type": "purchase", "occurredAt": "%sT10:00:00Z", "customerId": "%s",
                         "value": {"amount": "%s", "currency": "EUR"}, "properties": {"orderId": "%s-%d"}}""".formatted(
                                buyer.customer(),
                                i,
                                first.plusDays(buyer.days()[i]),
                                buyer.customer(),
                                java.math.BigDecimal.valueOf(buyer.minor()[i], 2),
                                buyer.customer(),
                                i));
            }
        }
        return events;
    }

    private static String purchase(String id, String customer, String day) {
        return """
                {"id": "%s", "source": "shop", "type": "purchase", "occurredAt": "%sT10:00:00Z", "customerId": "%s",
                 "value": {"amount": "12.50", "currency": "EUR"}, "properties": {"orderId": "%s"}}""".formatted(id, day, customer, id);
    }
}
