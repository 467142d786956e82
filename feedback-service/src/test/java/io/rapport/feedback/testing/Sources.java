package io.rapport.feedback.testing;

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
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;

/** Stands in for the outside sources that are asked, under their base addresses. */
public final class Sources implements AutoCloseable {
    private final List<Question> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Function<Question, Reply> behaviour;

    /** @param path with the query */
    public record Question(String method, String path, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    /** What is answered. */
    public record Reply(int status, String body, Map<String, String> headers) {
        public static Reply ok(String body) {
            return new Reply(200, body, Map.of());
        }
    }

    public Sources(Function<Question, Reply> behaviour) {
        this(
                URI.create(ConfigProvider.getConfig().getValue("rapport.test.sources", String.class))
                        .getPort(),
                behaviour);
    }

    /** @param port 0 for any */
    public Sources(int port, Function<Question, Reply> behaviour) {
        this.behaviour = behaviour;
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public void behave(Function<Question, Reply> other) {
        behaviour = other;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public List<Question> asked() {
        return List.copyOf(asked);
    }

    /** Those of one type of source: connections of other tests are still asking. */
    public List<Question> asked(String type) {
        return asked.stream()
                .filter(question -> question.path().startsWith("/" + type + "/"))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Question question = new Question(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        asked.add(question);
        Reply reply = behaviour.apply(question);
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
