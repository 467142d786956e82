package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One process of a service, started as its pod starts it. */
final class Replica {
    private static final String READY = "/q/health/ready";
    /** As long as the start-up probe gives a pod. */
    private static final Duration START = Duration.ofMinutes(5);

    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final List<String> SMALL =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms64m", "-Xmx256m");
    private static final List<String> PARSING =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms512m", "-Xmx1200m");
    private static final Path ROOT = Path.of(System.getProperty("rapport.root", ".."));

    private final String name;
    private final int port;
    private final Process process;

    private Replica(String name, int port, Process process) {
        this.name = name;
        this.port = port;
        this.process = process;
    }

    static Replica start(String service, String name, int port, Map<String, String> environment, Path logs) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(service.equals("sentiment-service") ? PARSING : SMALL);
        command.add("-jar");
        command.add(ROOT.resolve(service)
                .resolve("target/quarkus-app/quarkus-run.jar")
                .toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(logs.resolve(name + ".log").toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("RAPPORT_") || key.startsWith("QUARKUS_"));
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(port + Product.TO_MANAGEMENT));
        try {
            return new Replica(name, port, builder.start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return port;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    boolean isReady() {
        URI management = URI.create("http://127.0.0.1:" + (port + Product.TO_MANAGEMENT));
        return process.isAlive() && new Client(management, null).tryGet(READY) == 200;
    }

    void awaitReady() {
        await(name)
                .atMost(START)
                .pollInterval(Duration.ofMillis(200))
                .failFast(name + " ended", () -> !process.isAlive())
                .until(this::isReady);
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** SIGTERM, and the wait until it has drained and ended by itself, within the grace that a pod has. */
    void terminate() {
        process.destroy();
        await(name + " ends").atMost(GRACE).until(() -> !process.isAlive());
        assertThat(process.exitValue()).as(name + " by SIGTERM").isEqualTo(143);
    }

    @Override
    public String toString() {
        return name;
    }
}
