package io.rapport.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Posts JSON, waits where it is told to, and says clearly what failed. */
final class ApiClient {
    /** Waits before the next attempt; replaced in tests. */
    @FunctionalInterface
    interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    static final int ATTEMPTS = 12;
    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final URI baseUrl;
    private final Pause pause;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    ApiClient(URI baseUrl, Pause pause) {
        this.baseUrl = baseUrl;
        this.pause = pause;
    }

    /** Creates something new. An answer that got lost is a failure: a second try might create it twice. */
    JsonNode create(String key, String path, Object body) {
        return post(key, path, body, false);
    }

    /** Sends facts. They are counted once however often they arrive, so a broken connection is tried again too. */
    void send(String key, String path, Object body) {
        post(key, path, body, true);
    }

    private JsonNode post(String key, String path, Object body, boolean repeatable) {
        HttpRequest request = request(key, path, body);
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt == ATTEMPTS;
            try {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                if (response.statusCode() / 100 == 2) {
                    return Json.read(response.body());
                }
                if (last || !isTemporary(response)) {
                    throw refused(path, response);
                }
                pause.of(waitAsked(response));
            } catch (IOException e) {
                if (last || !(repeatable || e instanceof ConnectException)) {
                    throw new LoadFailure("POST " + path + " got no answer from " + baseUrl + ": " + e, e);
                }
                pauseAfter(e, path);
            } catch (InterruptedException e) {
                throw interrupted(path, e);
            }
        }
    }

    private HttpRequest request(String key, String path, Object body) {
        return HttpRequest.newBuilder(baseUrl.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(body)))
                .build();
    }

    private void pauseAfter(IOException failure, String path) {
        try {
            pause.of(DEFAULT_WAIT);
        } catch (InterruptedException e) {
            e.addSuppressed(failure);
            throw interrupted(path, e);
        }
    }

    private static boolean isTemporary(HttpResponse<?> response) {
        return response.statusCode() == 429 || response.statusCode() == 503;
    }

    /** Retry-After in seconds; its other form, a date, is taken as the default. */
    private static Duration waitAsked(HttpResponse<?> response) {
        Duration asked = response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(DEFAULT_WAIT);
        return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }

    private static LoadFailure refused(String path, HttpResponse<String> response) {
        JsonNode problem = Json.read(response.body());
        StringBuilder message = new StringBuilder("POST " + path + " answered " + response.statusCode());
        append(message, problem.path("title"));
        append(message, problem.path("detail"));
        JsonNode first = problem.path("errors").path(0);
        append(message, first.path("field"));
        append(message, first.path("detail"));
        return new LoadFailure(message.toString(), response.statusCode());
    }

    private static void append(StringBuilder message, JsonNode part) {
        if (part.isTextual() && !part.asText().isEmpty()) {
            message.append(": ").append(part.asText());
        }
    }

    private static LoadFailure interrupted(String path, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new LoadFailure("POST " + path + " was interrupted", cause);
    }
}
