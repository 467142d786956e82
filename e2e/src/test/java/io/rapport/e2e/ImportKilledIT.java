package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** SIGKILL in the midst of a file: it is read on where it was, each row counts once, and what is told of it stays true. */
@Order(9)
@ExtendWith(SharedProduct.class)
class ImportKilledIT {
    private static final int ROWS = 40_000;
    private static final int BAD = ROWS / 100;
    private static final int TWICE = ROWS / 50;
    private static final int GOOD = ROWS - BAD - TWICE;
    /** Of five hundred, those in the rows that are bad or were there before come in no other row. */
    private static final int VISITORS = 500 - 5 - 10;

    private static final Duration RECOVERY = Duration.ofSeconds(90);
    private final Product product;

    ImportKilledIT(Product product) {
        this.product = product;
    }

    @Test
    void anImportGoesOnAfterItsServiceWasKilled() {
        Business business = Business.create(product, "Killed in an import");
        FileImport file = new FileImport(business.server(), "events", file());
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> file.rows() > 0);
        product.kill("metrics-service");
        product.awaitReady();
        int after = file.rows();
        assertThat(after).as("it was in the midst").isBetween(1, ROWS - 1);
        JsonNode ended = await().atMost(RECOVERY)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> truthful(file.now(), after), told -> !FileImport.isUnderWay(told));
        assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("done");
        assertThat(ended.path("rows").asInt()).isEqualTo(ROWS);
        assertThat(ended.path("rejected").asInt()).isEqualTo(BAD);
        assertThat(ended.path("duplicates").asInt()).isEqualTo(TWICE);
        assertThat(ended.path("accepted").asInt()).isEqualTo(GOOD);
        Soon.within(RECOVERY, () -> assertThat(business.count("page_views")).isEqualTo(GOOD));
        assertThat(business.count("visitors")).isEqualTo(VISITORS);
    }

    @Test
    void anImportOfFeedbackGoesOnToo() {
        Business business = Business.create(product, "Killed in an import of feedback");
        int rows = ROWS / 4;
        FileImport file = new FileImport(business.server(), "feedback", reviews(rows));
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> file.rows() > 0);
        product.kill("feedback-service");
        product.awaitReady();
        int after = file.rows();
        assertThat(after).as("it was in the midst").isBetween(1, rows - 1);
        JsonNode ended = await().atMost(RECOVERY)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> truthful(file.now(), after), told -> !FileImport.isUnderWay(told));
        assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("done");
        assertThat(ended.path("rejected").asInt()).isEqualTo(rows / 100);
        assertThat(ended.path("accepted").asInt()).isEqualTo(rows - rows / 100);
        Soon.within(RECOVERY, () -> assertThat(business.count("review_count")).isEqualTo(rows - rows / 100));
        assertThat(business.server()
                        .get("/v1/imports")
                        .expect(200)
                        .json()
                        .path("items")
                        .path(0)
                        .path("kind")
                        .asText())
                .isEqualTo("feedback");
    }

    @Test
    void aFileThatWasCutOffLeavesNothing() {
        Business business = Business.create(product, "Cut off");
        Client client = business.server().onOwnConnection();
        String half = "--b\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nevents\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n" + file();
        client.send(client.request("/v1/imports")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofString(half)))
                .expectProblem(400, "validation");
        assertThat(business.server().get("/v1/imports").expect(200).json().path("items"))
                .isEmpty();
        assertThat(business.count("page_views")).isZero();
    }

    private static JsonNode truthful(JsonNode told, int least) {
        if (told.path("rows").isInt()) {
            int each = told.path("accepted").asInt()
                    + told.path("duplicates").asInt()
                    + told.path("rejected").asInt();
            assertThat(told.path("rows").asInt()).isEqualTo(each).isGreaterThanOrEqualTo(least);
        }
        return told;
    }

    /** Of a hundred rows one is bad, and two were there before. */
    private static String file() {
        StringBuilder file = new StringBuilder("id,source,type,occurredAt,visitorId,page.url\n");
        for (int i = 0; i < ROWS; i++) {
            int id = i % 50 == 49 ? i - 1 : i;
            String at = i % 100 == 50 ? "never" : Business.DAY + "T%02d:%02d:00Z".formatted(i % 22, i % 60);
            file.append("e-%d,file,page_view,%s,v%d,https://crumb.example/%d\n".formatted(id, at, i % 500, i % 7));
        }
        return file.toString();
    }

    /** Stars without a text, so that nothing waits to be read; of a hundred rows one is bad. */
    private static String reviews(int rows) {
        StringBuilder file = new StringBuilder("id,source,kind,occurredAt,rating.value,rating.scale\n");
        for (int i = 0; i < rows; i++) {
            String stars = i % 100 == 50 ? "many" : Integer.toString(1 + i % 5);
            file.append("r-%d,file,review,%sT09:00:00Z,%s,5\n".formatted(i, Business.DAY, stars));
        }
        return file.toString();
    }
}
