package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** Two replicas of each service at once, of which some die and all are replaced, while facts come in. */
@Order(10)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoReplicasIT {
    private static final int FACTS_BETWEEN = 10;
    private static final int ORDINARY = Integer.getInteger("rapport.e2e.ordinary", 40);
    private static final Duration RECOVERY = Duration.ofMinutes(2);
    private static final List<String> DATABASES = List.of("rapport_gateway", "rapport_feedback", "rapport_metrics");
    private Cluster cluster;

    @BeforeAll
    void start() throws Exception {
        cluster = Cluster.start(2);
    }

    @AfterAll
    void end() throws Exception {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void replicasThatStartTogetherMigrateOnce() {
        for (String database : DATABASES) {
            assertThat(number(database, "select count(*) from flyway_schema_history where version is not null"))
                    .as(database)
                    .isPositive()
                    .isEqualTo(number(
                            database, "select count(distinct version) from flyway_schema_history where success"));
        }
    }

    @Test
    @Order(2)
    void whileNothingHappensNothingIsSentTwice() throws Exception {
        Business business = Business.create(cluster.admin(), "Calm");
        SteadyLoad load = new SteadyLoad(business);
        try (load) {
            load.awaitMore(ORDINARY);
        }
        assertThat(load.turnedAway()).isEmpty();
        assertThat(load.broken()).isEmpty();
        Soon.within(RECOVERY, () -> assertWhole(business, load));
    }

    @Test
    @Order(3)
    void aDeletedKeyStopsOnEachReplicaWithinTheStatedTime() {
        Business business = Business.create(cluster.admin(), "Keys");
        Answer issued = business.server()
                .post("/v1/keys", Map.of("kind", "secret", "name", "short-lived"))
                .expect(201);
        List<Client> doors = cluster.replicas("gateway").stream()
                .map(gateway ->
                        new Client(gateway.url(), issued.json().path("key").asText()))
                .toList();
        doors.forEach(door -> door.get("/v1/metrics").expect(200));
        business.server()
                .delete("/v1/keys/" + issued.json().path("id").asText())
                .expect(204);
        Soon.shows(() -> doors.forEach(door -> door.get("/v1/metrics").expectProblem(401, "unauthorized")));
    }

    @Test
    @Order(4)
    void oneReplicaOfEachServiceIsKilled() throws Exception {
        Business business = Business.create(cluster.admin(), "Killed");
        SteadyLoad load = new SteadyLoad(business);
        try (load) {
            for (String service : Product.SERVICES) {
                load.awaitMore(FACTS_BETWEEN);
                cluster.kill(service, cluster.replicas(service).getFirst());
            }
            load.awaitMore(FACTS_BETWEEN);
        }
        print("Killed", load);
        Soon.within(RECOVERY, () -> assertWhole(business, load));
        inParallel(cluster::add);
    }

    @Test
    @Order(5)
    void allAreReplacedOneAfterTheOther() throws Exception {
        Business business = Business.create(cluster.admin(), "Rolled");
        SteadyLoad load = new SteadyLoad(business);
        try (load) {
            load.awaitMore(FACTS_BETWEEN);
            inParallel(this::roll);
            load.awaitMore(FACTS_BETWEEN);
        }
        print("Rolled", load);
        assertThat(load.broken()).isEmpty();
        Soon.within(RECOVERY, () -> assertWhole(business, load));
    }

    private void roll(String service) {
        for (Replica old : List.copyOf(cluster.replicas(service))) {
            cluster.terminate(service, old);
            cluster.add(service);
        }
    }

    private static void inParallel(Consumer<String> what) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            Product.SERVICES.forEach(
                    service -> all.add(CompletableFuture.runAsync(() -> what.accept(service), threads)));
            all.forEach(CompletableFuture::join);
        }
    }

    private static void print(String what, SteadyLoad load) {
        System.out.printf(
                "%s: %d events and %d reviews acknowledged, %d requests told to come back, %d cut off%n",
                what,
                load.events(),
                load.reviews(),
                load.turnedAway().size(),
                load.broken().size());
        load.turnedAway().forEach(System.out::println);
        load.broken().forEach(System.out::println);
    }

    /** Each fact once, each review read and told once, nothing parked or waiting, and the settings everywhere the last. */
    private void assertWhole(Business business, SteadyLoad load) {
        assertThat(business.count("page_views")).isEqualTo(load.events());
        assertThat(business.count("visitors")).isEqualTo(SteadyLoad.VISITORS);
        assertThat(business.count("review_count")).isEqualTo(load.reviews());
        assertThat(business.total("sentiment_score").path("n").asInt()).isEqualTo(load.reviews());
        String ofBusiness = " where business_id = '" + business.id() + "'";
        assertThat(number("rapport_metrics", "select count(*) from event" + ofBusiness))
                .isEqualTo(load.events());
        assertThat(number("rapport_metrics", "select count(*) from feedback_fact" + ofBusiness))
                .as("each told when stored and when read")
                .isEqualTo(2L * load.reviews());
        assertThat(number("rapport_feedback", "select count(*) from feedback" + ofBusiness))
                .isEqualTo(load.reviews());
        assertThat(number(
                        "rapport_feedback",
                        "select count(*) from feedback" + ofBusiness + " and (revision <> 1 or reading_seq <> 1)"))
                .as("edited or read more than once")
                .isZero();
        for (String queue : List.of("fact_outbox", "scoring_task", "delivery_task", "parked")) {
            assertThat(number("rapport_feedback", "select count(*) from " + queue + ofBusiness))
                    .as(queue)
                    .isZero();
        }
        assertSettingsArrived(business, load, ofBusiness);
    }

    private void assertSettingsArrived(Business business, SteadyLoad load, String ofBusiness) {
        String version = "select version from %s" + ofBusiness;
        long current = number("rapport_gateway", version.formatted("business"));
        assertThat(business.server()
                        .get("/v1/businesses/" + business.id())
                        .expect(200)
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo(load.lastName());
        assertThat(number("rapport_gateway", "select count(*) from settings_delivery" + ofBusiness))
                .isZero();
        assertThat(number("rapport_metrics", version.formatted("business_settings")))
                .isEqualTo(current);
        assertThat(number("rapport_feedback", version.formatted("business_settings")))
                .isEqualTo(current);
    }

    private long number(String database, String query) {
        return cluster.database().number(database, query);
    }
}
