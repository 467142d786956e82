package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Set;

/** A file sent to {@code /v1/imports}, and what is told of it. */
final class FileImport {
    private static final Set<String> UNDER_WAY = Set.of("waiting", "running");
    private static final String BOUNDARY = "a-boundary";
    private final Client client;
    private final String id;

    FileImport(Client client, String kind, String file) {
        this.client = client;
        String body = part("kind", "", kind) + part("file", "; filename=\"facts\"", file) + "--" + BOUNDARY + "--\r\n";
        Answer answer = client.send(client.request("/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body)));
        this.id = answer.expect(202).json().path("id").asText();
    }

    /** What is told now; nothing where nobody answers for the moment. */
    JsonNode now() {
        Answer answer = client.get("/v1/imports/" + id);
        assertThat(answer.status()).as(answer.text()).isIn(200, 503);
        return answer.json();
    }

    int rows() {
        return now().path("rows").asInt(0);
    }

    JsonNode ended() {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(this::now, told -> !isUnderWay(told));
    }

    static boolean isUnderWay(JsonNode told) {
        return !told.has("state") || UNDER_WAY.contains(told.path("state").asText());
    }

    private static String part(String name, String more, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n"
                + content + "\r\n";
    }
}
