package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The logs tell an operator where to look, and nothing that a customer or a business has said or holds secret. */
@Order(8)
@ExtendWith(SharedProduct.class)
class LogsIT {
    private static final String WORDS = "canarywords";
    private static final String MAIL = "canary.person@crumb.example";
    private static final String PHONE = "+353860000042";
    private Product product;
    private Business business;

    @BeforeEach
    void ownBusiness(Product shared) {
        product = shared;
        business = Business.create(shared, "Logs");
    }

    @Test
    void aFailureIsFoundByItsIdsAndNothingOfAPersonAndNoSecretIsLogged() {
        whatGoesWell();
        whatIsRefused();
        whatFails();
        List<String> secrets = new ArrayList<>(List.of(
                WORDS,
                MAIL,
                PHONE,
                "canaryquery",
                "eyJ",
                business.server().key(),
                business.browser().key(),
                product.admin().key()));
        secrets.addAll(product.secrets());
        List<String> lines = lines();
        assertThat(lines)
                .anyMatch(line -> line.contains("WARN")
                        && line.contains("logs-failure")
                        && line.contains(business.id())
                        && line.contains("/v1/feedback"));
        for (String secret : secrets) {
            assertThat(lines).as("lines with " + secret).noneMatch(line -> line.contains(secret));
        }
    }

    private void whatGoesWell() {
        business.server()
                .post("/v1/feedback", Business.review("r-1", "Wonderful. " + WORDS, 5))
                .expect(202);
        business.server()
                .post("/v1/identify", Map.of("email", MAIL, "customerId", "c-1"))
                .expect(202);
        business.server()
                .post("/v1/identify", Map.of("phone", PHONE, "customerId", "c-1"))
                .expect(202);
        business.server().get("/v1/feedback?source=canaryquery").expect(200);
        beacon(business.browser().key()).expect(202);
        Soon.shows(() -> assertThat(business.count("review_count")).isEqualTo(1));
    }

    private void whatIsRefused() {
        business.server()
                .post("/v1/feedback", Map.of("text", WORDS, MAIL, WORDS))
                .expect(400);
        business.server().post("/v1/feedback", List.of(WORDS)).expect(400);
        business.server().delete("/v1/identify/email/other." + MAIL).expect(404);
        beacon(business.server().key()).expect(401);
        product.client("sk_aaaaaaaaaaaaaaaa_" + WORDS).get("/v1/metrics").expect(401);
    }

    /** While the services behind the gateway don't answer. */
    private void whatFails() {
        List<String> parts = List.of("feedback-service", "metrics-service");
        parts.forEach(product::kill);
        try {
            HttpRequest.Builder review = business.server()
                    .request("/v1/feedback")
                    .header("X-Request-Id", "logs-failure")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(Json.write(Business.review("r-2", WORDS, 1))));
            business.server().send(review).expect(503);
            business.server().delete("/v1/identify/email/" + MAIL).expect(503);
            beacon(business.browser().key()).expect(503);
        } finally {
            product.awaitReady();
        }
    }

    /** A page's, with its key in the address. */
    private Answer beacon(String key) {
        return product.client(null).post("/v1/events?key=" + key, Business.pageView("e-1", "v-1", "/"));
    }

    private List<String> lines() {
        try (Stream<Path> files = Files.list(product.home().resolve("logs"))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("launcher"))
                    .flatMap(LogsIT::read)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<String> read(Path file) {
        try {
            return Files.readString(file).lines();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
