package io.rapport.feedback.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;

/** Stands in for another service at its configured address: records what it is sent and answers as it is told. */
public final class Doubles implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private volatile Function<JsonNode, Reply> behaviour;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private HttpServer server;

    /** What was taken, and where. */
    public record Call(String path, JsonNode body) {}

    /** What to answer. */
    public record Reply(int status, String body) {
        public static Reply problem(int status, String detail) {
            return new Reply(status, "{\"status\": " + status + ", \"detail\": \"" + detail + "\"}");
        }
    }

    private Doubles(String property, Function<JsonNode, Reply> behaviour) {
        this.address = URI.create(ConfigProvider.getConfig().getValue(property, String.class));
        this.behaviour = behaviour;
    }

    /** A metrics-service that takes every fact. */
    public static Doubles metrics() {
        return new Doubles("rapport.metrics.url", Doubles::taken);
    }

    public static Reply taken(JsonNode body) {
        return new Reply(200, "{\"accepted\": " + body.path("facts").size() + ", \"duplicates\": 0, \"rejected\": []}");
    }

    /** A sentiment-service that finds everything positive. */
    public static Doubles sentiment() {
        return new Doubles("rapport.sentiment.url", Doubles::positive);
    }

    public static Reply positive(JsonNode body) {
        ObjectNode answer = JSON.createObjectNode();
        var readings = answer.putArray("readings");
        for (JsonNode document : body.path("documents")) {
            ObjectNode reading = readings.addObject();
            reading.put("id", document.path("id").textValue()).put("score", 0.5).put("label", "positive");
            reading.putObject("probabilities")
                    .put("negative", 0.1)
                    .put("neutral", 0.2)
                    .put("positive", 0.7);
            reading.put("language", "en").put("model", "double-1").putNull("reason");
        }
        return new Reply(200, answer.toString());
    }

    /** As it answers when a text took too long. */
    public static Reply noTime(JsonNode body) {
        JsonNode answer = tree(positive(body));
        answer.path("readings")
                .forEach(reading -> ((ObjectNode) reading).putNull("label").put("reason", "timeout"));
        return new Reply(200, answer.toString());
    }

    /** The body of an answer, to be changed. */
    public static JsonNode tree(Reply reply) {
        try {
            return JSON.readTree(reply.body());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public Doubles start() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", address.getPort()), 0);
            server.createContext("/", this::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void behave(Function<JsonNode, Reply> newBehaviour) {
        behaviour = newBehaviour;
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /** The bodies so far. */
    public List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    /** What was taken at a path, one by one also where it came in an array. */
    public List<JsonNode> takenAt(String path) {
        List<JsonNode> taken = new ArrayList<>();
        for (Call call : calls) {
            if (call.path().equals(path)) {
                (call.body().isArray() ? call.body() : List.of(call.body())).forEach(taken::add);
            }
        }
        return taken;
    }

    /** The Authorization headers so far. */
    public List<String> tokens() {
        return List.copyOf(tokens);
    }

    /** The facts of a business that were sent with status 200, in their order. */
    public List<JsonNode> factsOf(String business) {
        List<JsonNode> facts = new ArrayList<>();
        requests.forEach(request -> request.path("facts").forEach(fact -> {
            if (fact.path("businessId").asText().equals(business)) {
                facts.add(fact);
            }
        }));
        return facts;
    }

    private void handle(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
        Reply reply = behaviour.apply(body);
        if (reply.status() == 200) {
            requests.add(body);
            calls.add(new Call(exchange.getRequestURI().getPath(), body));
        }
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
