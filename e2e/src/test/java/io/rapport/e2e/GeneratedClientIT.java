package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.client.ApiClient;
import io.rapport.client.ApiException;
import io.rapport.client.FactsApi;
import io.rapport.client.FeedbackApi;
import io.rapport.client.MetricsApi;
import io.rapport.client.model.EventInput;
import io.rapport.client.model.FeedbackInput;
import io.rapport.client.model.FeedbackInputRating;
import io.rapport.client.model.FeedbackItem;
import io.rapport.client.model.FeedbackScaleRating;
import io.rapport.client.model.MetricResult;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A Java client that OpenAPI Generator makes of the published document speaks with the product. */
@Order(5)
@ExtendWith(SharedProduct.class)
class GeneratedClientIT {
    private static final OffsetDateTime NOON = Business.DAY.atTime(12, 0).atOffset(ZoneOffset.UTC);
    private ApiClient client;

    @BeforeEach
    void ownBusiness(Product product) {
        String key = Business.create(product, "Generated client").server().key();
        client = new ApiClient();
        client.updateBaseUri(product.url().toString());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + key));
    }

    @Test
    void sendsOneEventAndSeveralAndReadsTheNumber() throws ApiException {
        FactsApi facts = new FactsApi(client);
        assertThat(facts.recordEvents(pageView("e-1")).getAccepted()).isEqualTo(1);
        List<EventInput> several = List.of(pageView("e-1"), pageView("e-2"));
        assertThat(facts.recordEvents(several).getDuplicates()).isEqualTo(1);
        assertThat(number(metric("page_views")).intValue()).isEqualTo(2);
        assertThat(metric("page_views").getMetric().getUnit()).isEqualTo("count");
    }

    @Test
    void sendsAReviewAndReadsItsRating() throws ApiException {
        FeedbackApi feedback = new FeedbackApi(client);
        assertThat(feedback.postFeedback(review()).getAccepted()).isEqualTo(1);
        FeedbackItem stored = feedback.getFeedback("r-1", "site");
        assertThat(stored.getRevision()).isEqualTo(1);
        assertThat(stored.getOccurredAt()).isEqualTo(NOON);
        Soon.shows(
                () -> assertThat(number(metric("average_rating")).doubleValue()).isEqualTo(4.0));
    }

    @Test
    void readsWhatIsWrong() {
        EventInput wrong = pageView("e-1").type("Page View");
        ApiException refused = catchThrowableOfType(ApiException.class, () -> new FactsApi(client).recordEvents(wrong));
        assertThat(refused.getCode()).isEqualTo(400);
        assertThat(refused.getResponseBody()).contains("validation", "type");
    }

    private static EventInput pageView(String id) {
        return new EventInput()
                .id(id)
                .source("web")
                .type("page_view")
                .occurredAt(NOON)
                .visitorId("v-1");
    }

    private static FeedbackInput review() {
        return new FeedbackInput()
                .id("r-1")
                .source("site")
                .kind(FeedbackInput.KindEnum.REVIEW)
                .text("Lovely bread.")
                .rating(new FeedbackInputRating(
                        new FeedbackScaleRating().value(BigDecimal.valueOf(4)).scale(5)))
                .occurredAt(NOON);
    }

    private MetricResult metric(String id) throws ApiException {
        return new MetricsApi(client)
                .getMetric(id, Business.DAY, Business.DAY.plusDays(1), null, null, null, null, null);
    }

    /** A figure is a number, or money as a string. */
    private static BigDecimal number(MetricResult result) {
        return new BigDecimal(result.getTotal().getValue().toString());
    }
}
