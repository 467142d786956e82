package io.rapport.feedback.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ports for the doubles of the other services, a key for secrets, and patience that suits tests. */
public class FeedbackTestResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>();
        config.put("rapport.sentiment.url", "http://localhost:" + freePort());
        config.put("rapport.metrics.url", "http://localhost:" + freePort());
        config.put("rapport.encryption.key", "dGVzdC1vbmx5LXRlc3Qtb25seS10ZXN0LW9ubHktdGU=");
        config.put("rapport.scoring.longest-pause", "0.2S");
        config.put("rapport.scoring.timeout", "30S");
        config.put("rapport.rescoring.look", "0.2S");
        config.put("rapport.outbox.longest-pause", "0.2S");
        config.put("rapport.outbox.timeout", "30S");
        config.put("rapport.outbox.heartbeat", "0.3S");
        String sources = "http://localhost:" + freePort();
        config.put("rapport.test.sources", sources);
        for (String type : List.of(
                "facebook",
                "instagram",
                "mailchimp",
                "trustpilot",
                "google-business-profile",
                "google-keys",
                "google-tokens")) {
            config.put("rapport.connections.base-url." + type, sources + "/" + type);
        }
        config.put("rapport.connections.allow-private", "true");
        config.put("rapport.connections.allow-http", "true");
        config.put("rapport.connections.look", "0.2S");
        config.put("rapport.connections.every", "0.3S");
        config.put("rapport.connections.first-pause", "0.2S");
        config.put("rapport.connections.longest-pause", "0.4S");
        config.put("rapport.connections.tries", "100");
        return config;
    }

    @Override
    public void stop() {
        // Nothing was started.
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
