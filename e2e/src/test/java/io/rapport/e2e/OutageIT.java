package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A service that is there and does not answer, which is worse than one that is gone: it is named, and the rest works. */
@Order(8)
@ExtendWith(SharedProduct.class)
class OutageIT {
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private final Product product;
    private Business business;

    OutageIT(Product product) {
        this.product = product;
    }

    @BeforeEach
    void ownBusiness() {
        business = Business.create(product, "Outage");
    }

    @AfterEach
    void thawAll() {
        Product.SERVICES.forEach(product::thaw);
        product.awaitReady();
    }

    @Test
    void withoutSentimentReviewsAreCountedAndReadLater() {
        product.freeze("sentiment-service");
        business.server()
                .post("/v1/feedback", Business.review("r-1", "Lovely bread.", 4))
                .expect(202);
        Soon.shows(() -> {
            assertThat(business.count("review_count")).isEqualTo(1);
            assertThat(business.value("average_rating")).isEqualTo(4.0);
            assertThat(business.missing()).containsExactly("sentiment-service");
            assertThat(business.vital("review_count").path("value").asInt()).isEqualTo(1);
        });
        assertThat(business.feedback("site", "r-1").path("reading").isNull()).isTrue();

        product.thaw("sentiment-service");
        Soon.within(RECOVERY, () -> {
            business.assertRead(business.feedback("site", "r-1"));
            assertThat(business.value("sentiment_score")).isPositive();
            assertThat(business.missing()).isEmpty();
        });
    }

    @Test
    void withoutMetricsTheAnswerComesInTimeAndSaysWhatIsMissing() {
        product.freeze("metrics-service");
        CompletableFuture<Timed> engagement = timed(() -> business.server().get("/v1/engagement?" + Business.period()));
        CompletableFuture<Timed> metrics = timed(() -> business.server().get("/v1/metrics"));
        CompletableFuture<Timed> event =
                timed(() -> business.server().post("/v1/events", Business.pageView("e-1", "v-1", "/")));
        business.server()
                .post("/v1/feedback", Business.review("r-1", "Lovely bread.", 4))
                .expect(202);

        Timed composed = engagement.join();
        assertThat(composed.answer().expect(200).json().path("missing").findValuesAsText("part"))
                .contains("metrics-service");
        assertThat(composed.took()).isLessThan(Duration.ofSeconds(15));
        for (Timed refused : new Timed[] {metrics.join(), event.join()}) {
            refused.answer().expectProblem(503, "unavailable");
            assertThat(refused.answer().json().path("detail").asText()).contains("metrics-service");
            assertThat(refused.answer().retryAfter()).isPresent();
            assertThat(refused.took()).isLessThan(Duration.ofSeconds(40));
        }

        product.thaw("metrics-service");
        business.server()
                .post("/v1/events", Business.pageView("e-1", "v-1", "/"))
                .expect(202);
        Soon.within(RECOVERY, () -> {
            assertThat(business.count("page_views")).isEqualTo(1);
            assertThat(business.count("review_count")).isEqualTo(1);
            assertThat(business.value("sentiment_score")).isPositive();
            assertThat(business.missing()).isEmpty();
        });
    }

    @Test
    void withoutFeedbackTheFiguresStayAndItIsNamed() {
        business.server()
                .post("/v1/events", Business.pageView("e-1", "v-1", "/"))
                .expect(202);
        product.freeze("feedback-service");
        Soon.shows(() -> {
            assertThat(business.missing()).containsExactly("feedback-service");
            assertThat(business.vital("page_views").path("value").asInt()).isEqualTo(1);
        });
        product.thaw("feedback-service");
        Soon.within(RECOVERY, () -> assertThat(business.missing()).isEmpty());
    }

    private static CompletableFuture<Timed> timed(Supplier<Answer> call) {
        return CompletableFuture.supplyAsync(
                () -> {
                    long began = System.nanoTime();
                    return new Timed(call.get(), Duration.ofNanos(System.nanoTime() - began));
                },
                task -> Thread.ofVirtual().start(task));
    }

    private record Timed(Answer answer, Duration took) {}
}
