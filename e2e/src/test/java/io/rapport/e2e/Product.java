package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged product, started and ended by {@code ./rapport} like a user's, in a home of its own. */
final class Product implements AutoCloseable {
    static final String POSTGRES = "postgres";
    static final List<String> SERVICES = List.of("gateway", "metrics-service", "feedback-service", "sentiment-service");
    private static final int PORTS = 5;
    /** How far above the port of a service lies that of its health and figures. */
    static final int TO_MANAGEMENT = 1_000;

    private static final Duration START = Duration.ofMinutes(5);

    private final Path root = Path.of(System.getProperty("rapport.root", ".."));
    private final Path folder =
            Path.of(System.getProperty("rapport.e2e.folder", "target")).toAbsolutePath();
    private final Path home = folder.resolve("home");
    private final Thread onAbort = new Thread(this::end, "down");
    private final Collector collector = new Collector();
    private int port;

    /** From nothing to a loaded sample business. */
    static Product start() {
        Product product = new Product();
        product.end();
        product.deleteHome();
        product.port = freeBlock();
        Runtime.getRuntime().addShutdownHook(product.onAbort);
        product.up();
        return product;
    }

    /** {@code ./rapport up -d}; returns when it does. */
    void up() {
        long began = System.nanoTime();
        Outcome outcome = run(START, "up", "-d", "--port", Integer.toString(port));
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        System.out.println(outcome.output());
        System.out.printf("up took %d s%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
    }

    /** {@code ./rapport open}: where its link leads, beside the address. */
    String open() {
        Outcome outcome = run(Duration.ofMinutes(1), "open");
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        URI link = URI.create(outcome.output().strip());
        return link.getPath() + "?" + link.getQuery();
    }

    URI url() {
        return URI.create("http://localhost:" + port);
    }

    /** Where a process listens itself, past the gateway. */
    URI url(String process) {
        return URI.create("http://127.0.0.1:" + entry(process).path("port").asInt());
    }

    /** Where its keys, data and logs are. */
    Path home() {
        return home;
    }

    /** Where it tells of its health and figures. */
    URI managementUrl(String service) {
        return URI.create("http://127.0.0.1:" + (entry(service).path("port").asInt() + TO_MANAGEMENT));
    }

    /** Where its traces arrive. */
    Collector collector() {
        return collector;
    }

    JsonNode keys() {
        return Json.read(home.resolve("keys.json"));
    }

    /** What its home keeps to itself: passwords, and the keys that sign and encrypt. */
    List<String> secrets() {
        List<String> secrets = new ArrayList<>();
        collect(Json.read(home.resolve("secrets.json")), secrets);
        return secrets;
    }

    /** The number that a query of one of its databases gives, asked by one who sees all rows. */
    long number(String database, String query) {
        String url =
                "jdbc:postgresql://127.0.0.1:" + entry(POSTGRES).path("port").asInt() + "/" + database;
        String password =
                Json.read(home.resolve("secrets.json")).path("postgresPassword").asText();
        try (Connection connection = DriverManager.getConnection(url, "postgres", password);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(query, failed);
        }
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(child -> collect(child, texts));
    }

    Client client(String key) {
        return new Client(url(), key);
    }

    Client admin() {
        return client(keys().path("adminKey").asText());
    }

    /** The supervisor's process. */
    ProcessHandle supervisor() {
        return ProcessHandle.of(state().path("supervisor").asLong()).orElseThrow();
    }

    /** A service's process, or the postmaster. */
    ProcessHandle process(String name) {
        return ProcessHandle.of(entry(name).path("pid").asLong()).orElseThrow();
    }

    /** SIGKILL, and the wait until the process is gone. */
    void kill(String name) {
        ProcessHandle process = process(name);
        process.destroyForcibly();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** SIGSTOP: the process is there, its port too, and nothing answers. */
    void freeze(String name) {
        signal("STOP", process(name));
    }

    void thaw(String name) {
        signal("CONT", process(name));
    }

    void awaitReady() {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> SERVICES.stream().allMatch(this::isReady));
    }

    boolean isReady(String service) {
        return new Client(managementUrl(service), null).tryGet("/q/health/ready") == 200;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(onAbort);
        end();
        collector.close();
        assertThat(ProcessHandle.allProcesses().filter(this::isOurs))
                .as("processes left")
                .isEmpty();
    }

    /** Whatever the product starts bears its home, in an argument or as its data folder. */
    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(home.toString()))
                .isPresent();
    }

    /** {@code ./rapport down}, which ends what this home has started and nothing else. */
    private void end() {
        if (Files.exists(home)) {
            run(Duration.ofMinutes(2), "down");
        }
    }

    private Outcome run(Duration patience, String... arguments) {
        List<String> command = new ArrayList<>(List.of(root.resolve("rapport").toString()));
        command.addAll(List.of(arguments));
        // Not a pipe: what the launcher leaves running would hold it open.
        Path output = folder.resolve("rapport-" + arguments[0] + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("RAPPORT_") || name.startsWith("QUARKUS_"));
        builder.environment().put("RAPPORT_HOME", home.toString());
        builder.environment().put("RAPPORT_NO_BUILD", "1");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url().toString());
        builder.environment().put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        builder.environment().put("QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "500ms");
        try {
            Process process = builder.start();
            boolean ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroy();
            }
            return new Outcome(ended ? process.exitValue() : -1, Files.readString(output));
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(String.join(" ", command), failed);
        }
    }

    private JsonNode state() {
        return Json.read(home.resolve("run").resolve("state.json"));
    }

    private JsonNode entry(String name) {
        for (JsonNode process : state().path("processes")) {
            if (process.path("name").asText().equals(name)) {
                return process;
            }
        }
        throw new IllegalStateException("There is no process " + name);
    }

    private static void signal(String signal, ProcessHandle process) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + process.pid())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void deleteHome() {
        if (!Files.exists(home)) {
            return;
        }
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Neighbouring ports that nothing uses now, below those that the system gives out by itself. */
    private static int freeBlock() {
        int base;
        do {
            base = 10_000 + ThreadLocalRandom.current().nextInt(4_000) * PORTS;
        } while (!isFree(base) || !isFree(base + TO_MANAGEMENT));
        return base;
    }

    private static boolean isFree(int base) {
        for (int i = 0; i < PORTS; i++) {
            try (ServerSocket socket = new ServerSocket(base + i, 1, InetAddress.getLoopbackAddress())) {
                socket.setReuseAddress(true);
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }

    record Outcome(int exitCode, String output) {}
}
