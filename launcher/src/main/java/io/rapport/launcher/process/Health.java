package io.rapport.launcher.process;

import io.rapport.launcher.ports.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a service whether it is ready. */
public final class Health implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** @param port where the service takes requests */
    public boolean isReady(int port) throws InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + Ports.management(port) + "/q/health/ready");
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notReachable) {
            return false;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
