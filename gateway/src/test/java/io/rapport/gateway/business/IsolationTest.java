package io.rapport.gateway.business;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.GatewayTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Connections are pooled and used by one business after another, failures in between; none may see another's rows. */
@QuarkusTest
class IsolationTest extends GatewayTest {
    private static final int BUSINESSES = 12;
    private static final int ROUNDS = 600;

    @Test
    void pooled_connections_carry_nothing_over() throws Exception {
        List<TestBusiness> all = new ArrayList<>();
        for (int i = 0; i < BUSINESSES; i++) {
            all.add(newBusiness());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Callable<String>> work = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                work.add(round(i, all.get(i % BUSINESSES), all.get((i + 1) % BUSINESSES)));
            }
            for (Future<String> wrong : threads.invokeAll(work)) {
                assertThat(wrong.get()).isNull();
            }
        }
    }

    /** What is wrong, or null. */
    private static Callable<String> round(int i, TestBusiness mine, TestBusiness other) {
        return () -> switch (i % 4) {
            case 0 ->
                is(with(mine.secretKey()).get("/v1/businesses/" + mine.id()).path("id"), mine.id());
            case 1 ->
                is(
                        with(mine.secretKey()).get("/v1/keys").<List<String>>path("items.businessId"),
                        List.of(mine.id(), mine.id()));
            case 2 ->
                is(with(mine.secretKey()).get("/v1/businesses/" + other.id()).statusCode(), 404);
            default ->
                is(
                        with(mine.secretKey())
                                .contentType("application/json")
                                .body("{\"currency\": \"USD\"}")
                                .patch("/v1/businesses/" + mine.id())
                                .statusCode(),
                        409);
        };
    }

    private static String is(Object actual, Object expected) {
        return expected.equals(actual) ? null : "expected " + expected + " but was " + actual;
    }
}
