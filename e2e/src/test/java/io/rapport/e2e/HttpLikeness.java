package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Whether an answer with its head is as a document shows it, which may leave out headers. */
final class HttpLikeness {
    private HttpLikeness() {}

    static void assertLike(String shown, String actual) {
        List<String> wanted = parts(shown);
        List<String> found = parts(actual);
        assertThat(found.getFirst().lines())
                .containsAll(wanted.getFirst().lines().toList());
        if (wanted.size() > 1) {
            Likeness.assertLike(wanted.get(1), found.get(1));
        }
    }

    /** Head and, where there is one, body. */
    private static List<String> parts(String message) {
        return List.of(message.strip().replace("\r", "").split("\n\n", 2));
    }
}
