package io.rapport.feedback.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.testing.ServiceTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many at once, as when two replicas are sent the same. */
@QuarkusTest
class ConcurrencyTest extends ServiceTest {

    @Test
    void theSameReviewAtOnceIsCountedOnce() throws Exception {
        List<Response> answers =
                atOnce(16, i -> () -> post(review("a", "Lovely.")).extract().response());
        assertThat(answers).allMatch(answer -> answer.statusCode() == 202);
        assertThat(answers.stream().mapToInt(answer -> answer.path("accepted")).sum())
                .isOne();
    }

    @Test
    void overlappingBatchesInAnyOrderEndInOneRevisionEach() throws Exception {
        List<Response> answers = atOnce(12, i -> () -> {
            List<String> batch = new ArrayList<>(IntStream.range(0, 40)
                    .mapToObj(n -> review("r" + n, "Same."))
                    .toList());
            Collections.shuffle(batch);
            return post(batch.subList(0, 30).toString()).extract().response();
        });
        assertThat(answers).allMatch(answer -> answer.statusCode() == 202);
        int accepted =
                answers.stream().mapToInt(answer -> answer.path("accepted")).sum();
        assertThat(accepted)
                .isEqualTo(call().get("/v1/feedback?limit=200")
                        .jsonPath()
                        .getList("items")
                        .size());
    }

    @Test
    void editsAndDeletionsAtOnceAreNumberedWithoutGaps() throws Exception {
        accepts(review("a", "first"));
        List<Response> answers = atOnce(
                24,
                i -> () -> i % 4 == 0
                        ? call().delete("/v1/feedback/site/a")
                        : post(review("a", "edit " + i)).extract().response());
        assertThat(answers).allMatch(answer -> answer.statusCode() == 202 || answer.statusCode() == 204);
        accepts(review("a", "the last word"));
        int edits = 18;
        int revision = feedback("site", "a")
                .body("text", equalTo("the last word"))
                .extract()
                .path("revision");
        // Each edit is one, and each deletion that found something to delete.
        assertThat(revision).isBetween(2 + edits, 2 + edits + 6);
    }

    private interface Numbered {
        Callable<Response> task(int number);
    }

    private static List<Response> atOnce(int times, Numbered work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Callable<Response>> tasks =
                    IntStream.range(0, times).mapToObj(work::task).toList();
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : threads.invokeAll(tasks)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
