package io.rapport.feedback.connection.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.feedback.connection.Connector.Access;
import io.rapport.feedback.connection.Connector.ConnectionOptions;
import io.rapport.feedback.connection.InboundRequest;
import io.rapport.feedback.connection.SecretText;
import io.rapport.feedback.connection.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Calls that don't show the connection's write key, ten thousand of them: none is accepted, and no genuine one is refused. */
class MutatedWriteKeysTest {
    private static final int MUTATED = 10_000;

    private final Random random = new Random(20260301);
    private final Segment segment = new Segment(null);

    @Test
    void noneIsAcceptedAndNoGenuineOneIsRefused() {
        for (int i = 0; i < MUTATED; i++) {
            String secret = SecretText.random("");
            String genuine = basic(secret + ":");
            assertThat(verdict(genuine, List.of(secret))).isInstanceOf(Verdict.Genuine.class);
            assertThat(verdict(genuine, List.of(SecretText.random(""), secret))).isInstanceOf(Verdict.Genuine.class);
            String mutated =
                    switch (i % 7) {
                        case 0 -> basic(flipped(secret) + ":");
                        case 1 -> flippedAfter(genuine, "Basic ".length());
                        case 2 -> basic(SecretText.random("") + ":");
                        case 3 -> basic(secret.substring(0, random.nextInt(secret.length())) + ":");
                        case 4 -> genuine.substring(0, random.nextInt(genuine.length() - 4));
                        case 5 -> "Bearer " + secret;
                        default -> basic(secret + ":" + random.nextInt(10));
                    };
            assertThat(verdict(mutated, List.of(secret)))
                    .as("%d: %s of %s", i % 7, mutated, genuine)
                    .isInstanceOf(Verdict.Refused.class);
        }
    }

    private Verdict verdict(String authorization, List<String> secrets) {
        InboundRequest request = new InboundRequest(
                "POST", "v1/track", name -> null, Map.of("Authorization", authorization)::get, new byte[0]);
        return segment.verify(
                request, new Access(secrets, Map.of(), new ConnectionOptions(null, null), ""), Instant.EPOCH);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private String flipped(String text) {
        return flippedAfter(text, 0);
    }

    private String flippedAfter(String text, int from) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        bytes[from + random.nextInt(bytes.length - from)] ^= (byte) (1 << random.nextInt(7));
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
