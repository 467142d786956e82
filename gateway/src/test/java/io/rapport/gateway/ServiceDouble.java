package io.rapport.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Stands in for a service: remembers what it was asked and answers what the test wants. */
public final class ServiceDouble implements AutoCloseable {
    private final int port;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private ExecutorService threads;
    private volatile Function<Asked, Reply> replies = ServiceDouble::usual;

    public ServiceDouble(URI url) {
        this.port = url.getPort();
        start();
    }

    /** Settings are taken, all else gets an empty object. */
    public static Reply usual(Asked request) {
        return request.method().equals("PUT") ? Reply.of(204, "") : Reply.of(200, "{}");
    }

    public void replies(Function<Asked, Reply> function) {
        replies = function;
    }

    /** The last settings of a business that it was told. */
    public Asked lastSettings(String business) {
        return asked("/internal/v1/businesses/" + business + "/settings").getLast();
    }

    public List<Asked> asked() {
        return asked;
    }

    /** What it was asked under paths that begin so. */
    public List<Asked> asked(String path) {
        return asked.stream().filter(request -> request.uri().startsWith(path)).toList();
    }

    /** The last of what clients asked; the gateway's own retries come when they come. */
    public Asked last() {
        return asked("/v1").getLast();
    }

    public void start() {
        if (server != null) {
            return;
        }
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 100);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
            threads.shutdownNow();
            server = null;
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Asked request = new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    body);
            asked.add(request);
            Reply reply = replies.apply(request);
            reply.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** A request as the service got it. */
    public record Asked(String method, String uri, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> String.join(",", header.getValue()))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** An answer. */
    public record Reply(int status, Map<String, String> headers, String body) {
        public static Reply of(int status, String body) {
            return new Reply(status, Map.of("Content-Type", "application/json"), body);
        }
    }
}
