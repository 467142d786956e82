package io.rapport.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls the API with one key, or with none. */
record Client(URI base, String key, HttpClient http) {
    private static final HttpClient SHARED = newHttpClient();
    private static final Duration LONGEST = Duration.ofSeconds(45);

    Client(URI base, String key) {
        this(base, key, SHARED);
    }

    /** The same installation with another key. */
    Client with(String otherKey) {
        return new Client(base, otherKey, http);
    }

    /** For requests after which the server hangs up. */
    Client onOwnConnection() {
        return new Client(base, key, newHttpClient());
    }

    private static HttpClient newHttpClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    Answer get(String path) {
        return call("GET", path, null);
    }

    Answer delete(String path) {
        return call("DELETE", path, null);
    }

    Answer post(String path, Object body) {
        return call("POST", path, body);
    }

    Answer call(String method, String path, Object body) {
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.write(body));
        HttpRequest.Builder request = request(path).method(method, publisher);
        return send(body == null ? request : request.header("Content-Type", "application/json"));
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(LONGEST);
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    /** Where a broken connection is no failure of the test, see {@link #trySend}. */
    Answer send(HttpRequest.Builder request) {
        try {
            return trySend(request);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Answer trySend(HttpRequest.Builder request) throws IOException {
        try {
            return Answer.from(http.send(request.build(), BodyHandlers.ofString()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** The status, or 0 where nobody answers soon. */
    int tryGet(String path) {
        try {
            return trySend(request(path).timeout(Duration.ofSeconds(2))).status();
        } catch (IOException nobody) {
            return 0;
        }
    }
}
