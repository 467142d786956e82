package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** SIGKILL while facts come in: nothing acknowledged is lost, nothing is counted twice, and all of it is read. */
@Order(9)
@ExtendWith(SharedProduct.class)
class KillIT {
    private static final long SEED = Long.getLong("rapport.e2e.seed", 20_260_301L);
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final int FACTS_BETWEEN = 40;
    private final Product product;

    KillIT(Product product) {
        this.product = product;
    }

    @Test
    void everyProcessInTurn() throws Exception {
        Business business = Business.create(product, "Killed in turn");
        List<String> victims = new ArrayList<>(Product.SERVICES);
        victims.add(Product.POSTGRES);
        Collections.shuffle(victims, new Random(SEED));
        System.out.println("Killed, by seed " + SEED + ": " + victims);
        Writer events = events(business);
        // The same facts from a second sender: whoever is first, each counts once.
        Writer twins = events(business);
        Writer reviews = reviews(business);
        try (events;
                twins;
                reviews) {
            for (String victim : victims) {
                awaitMore(events, reviews);
                product.kill(victim);
                product.awaitReady();
            }
            awaitMore(events, reviews);
        }
        assertThat(events.unexpected()).isEmpty();
        assertThat(twins.unexpected()).isEmpty();
        assertThat(reviews.unexpected()).isEmpty();
        assertThat(events.again() + reviews.again()).as("the kills were felt").isPositive();
        sendSomeAgain(business, reviews.acknowledged());
        int views = Math.max(events.acknowledged(), twins.acknowledged());
        Soon.within(RECOVERY, () -> assertWhole(business, views, reviews.acknowledged()));
    }

    @Test
    void allAtOnceWithTheirSupervisor() throws Exception {
        Business business = Business.create(product, "Killed at once");
        Writer events = events(business);
        Writer reviews = reviews(business);
        try (events;
                reviews) {
            awaitMore(events, reviews);
            List<ProcessHandle> all = new ArrayList<>();
            // First the supervisor, which would start the others again.
            all.add(product.supervisor());
            Product.SERVICES.forEach(service -> all.add(product.process(service)));
            all.add(product.process(Product.POSTGRES));
            all.forEach(ProcessHandle::destroyForcibly);
            await().atMost(Duration.ofSeconds(10)).until(() -> all.stream().allMatch(KillIT::isGone));
            product.up();
            awaitMore(events, reviews);
        }
        assertThat(events.unexpected()).isEmpty();
        assertThat(reviews.unexpected()).isEmpty();
        Soon.within(RECOVERY, () -> assertWhole(business, events.acknowledged(), reviews.acknowledged()));
    }

    /** Also where nobody asks about a dead process: it is then listed without its command. */
    private static boolean isGone(ProcessHandle process) {
        return !process.isAlive() || process.info().command().isEmpty();
    }

    private static Writer events(Business business) {
        return new Writer(
                business.server(),
                "/v1/events",
                Duration.ofMillis(10),
                n -> Business.pageView("e-" + n, "v-" + n % 7, "/" + n % 5));
    }

    private static Writer reviews(Business business) {
        return new Writer(business.server(), "/v1/feedback", Duration.ofMillis(60), KillIT::review);
    }

    private static Map<String, Object> review(int n) {
        return Business.review("r-" + n, "Visit " + n + ": lovely bread, but the queue was endless.", 1 + n % 5);
    }

    private static void awaitMore(Writer... writers) {
        for (Writer writer : writers) {
            int before = writer.acknowledged();
            await().atMost(RECOVERY).until(() -> writer.acknowledged() >= before + FACTS_BETWEEN);
        }
    }

    /** Long after they were acknowledged. */
    private static void sendSomeAgain(Business business, int reviews) {
        for (int n = 0; n < 20; n++) {
            business.server()
                    .post("/v1/events", Business.pageView("e-" + n, "v-" + n % 7, "/" + n % 5))
                    .expect(202);
            Answer again = business.server().post("/v1/feedback", review(n % reviews));
            assertThat(again.expect(202).json().path("duplicates").asInt()).isEqualTo(1);
        }
    }

    private static void assertWhole(Business business, int views, int reviews) {
        assertThat(business.count("page_views")).isEqualTo(views);
        assertThat(business.count("visitors")).isEqualTo(7);
        assertThat(business.count("review_count")).isEqualTo(reviews);
        List<JsonNode> feedback = business.feedback();
        assertThat(feedback).hasSize(reviews);
        assertThat(feedback)
                .allMatch(item -> item.path("reading").path("label").isTextual())
                .allMatch(item -> item.path("revision").asInt() == 1);
        assertThat(business.total("sentiment_score").path("n").asInt()).isEqualTo(reviews);
    }
}
