package io.rapport.feedback.connection.trustpilot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListedTest {
    private JsonNode cursor;

    @Test
    void whatIsMissingInTwoRoundsIsGone() {
        assertThat(round(5, 4, 3, 2, 1)).isEmpty();
        assertThat(round(5, 4, 2, 1)).isEmpty();
        assertThat(round(6, 5, 4, 2, 1)).containsExactly("r3");
        assertThat(round(6, 5, 4, 2, 1)).isEmpty();
    }

    @Test
    void whatComesBackInBetweenIsNot() {
        round(3, 2, 1);
        round(3, 1);
        assertThat(round(3, 2, 1)).isEmpty();
        assertThat(round(3, 1)).isEmpty();
        assertThat(round(3, 1)).containsExactly("r2");
    }

    @Test
    void whatIsOlderThanARoundReachesIsLeftAlone() {
        round(5, 4, 3, 2, 1);
        round(5, 4, 3);
        assertThat(round(5, 4, 3)).isEmpty();
    }

    @Test
    void anEmptyAnswerAndManyAtOnceAreNotBelieved() {
        int[] all = IntStream.rangeClosed(1, 40).map(i -> 41 - i).toArray();
        round(all);
        assertThat(round()).isEmpty();
        assertThat(round()).isEmpty();
        for (int i = 0; i < 3; i++) {
            assertThat(round(40, 1)).isEmpty();
        }
        assertThat(round(all)).isEmpty();
    }

    private List<String> round(int... reviews) {
        ArrayNode page = JsonNodeFactory.instance.arrayNode();
        for (int number : reviews) {
            page.addObject()
                    .put("id", "r" + number)
                    .put(
                            "createdAt",
                            Instant.ofEpochSecond(1_770_000_000L + number * 3_600L)
                                    .toString());
        }
        Listed listed = Listed.of(cursor);
        listed.see(page);
        List<String> gone = listed.end();
        cursor = listed.json();
        return gone;
    }
}
