package io.rapport.launcher.process;

import io.rapport.launcher.ports.Ports;
import io.rapport.launcher.postgres.DatabaseServer;
import io.rapport.launcher.secrets.Secrets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The four services with the options and the environment that each needs. Secrets go by environment only. */
public final class Services {
    public static final List<String> NAMES =
            List.of("gateway", "metrics-service", "feedback-service", "sentiment-service");
    public static final List<String> DATABASES = List.of("rapport_gateway", "rapport_feedback", "rapport_metrics");
    private static final List<String> SMALL =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms64m", "-Xmx256m");
    /**
     * Parsing is what takes its time, so it gets the optimising compiler, and memory for its models: in large pages where the
     * system has them (Linux), since each move of the parser looks at a hundred places of a big table.
     */
    private static final List<String> PARSING = List.of(
            "-XX:+UseSerialGC",
            "-Xms256m",
            "-Xmx700m",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseTransparentHugePages");

    private final Ports ports;
    private final Secrets secrets;

    public Services(Ports ports, Secrets secrets) {
        this.ports = ports;
        this.secrets = secrets;
    }

    public Service sentiment() {
        return new Service("sentiment-service", ports.sentiment(), options(PARSING), common(ports.sentiment()));
    }

    public Service metrics(DatabaseServer server) {
        return small("metrics-service", ports.metrics(), withDatabase(ports.metrics(), server, "rapport_metrics"));
    }

    public Service feedback(DatabaseServer server) {
        Map<String, String> environment = withDatabase(ports.feedback(), server, "rapport_feedback");
        environment.put("RAPPORT_ENCRYPTION_KEY", secrets.encryptionKey());
        return small("feedback-service", ports.feedback(), environment);
    }

    public Service gateway(DatabaseServer server) {
        Map<String, String> environment = withDatabase(ports.gateway(), server, "rapport_gateway");
        environment.put("RAPPORT_ADMIN_KEY_HASH", secrets.adminKeyHash());
        return small("gateway", ports.gateway(), environment);
    }

    private static Service small(String name, int port, Map<String, String> environment) {
        return new Service(name, port, options(SMALL), environment);
    }

    /** Later options win, so whoever runs this may have others: the optimising compiler where speed is measured, say. */
    private static List<String> options(List<String> usual) {
        String others = System.getenv().getOrDefault("RAPPORT_JAVA_OPTIONS", "").strip();
        return others.isEmpty()
                ? usual
                : Stream.concat(usual.stream(), Stream.of(others.split("\\s+"))).toList();
    }

    private Map<String, String> withDatabase(int port, DatabaseServer server, String database) {
        Secrets.RolePasswords passwords = secrets.databases().get(database);
        Map<String, String> environment = common(port);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", server.urlOf(database));
        environment.put("QUARKUS_DATASOURCE_USERNAME", database + "_app");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", passwords.app());
        environment.put("QUARKUS_FLYWAY_USERNAME", database + "_owner");
        environment.put("QUARKUS_FLYWAY_PASSWORD", passwords.owner());
        return environment;
    }

    private Map<String, String> common(int port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(Ports.management(port)));
        environment.put("RAPPORT_TOKEN_SECRET", secrets.tokenSecret());
        environment.put("RAPPORT_METRICS_URL", "http://127.0.0.1:" + ports.metrics());
        environment.put("RAPPORT_FEEDBACK_URL", "http://127.0.0.1:" + ports.feedback());
        environment.put("RAPPORT_SENTIMENT_URL", "http://127.0.0.1:" + ports.sentiment());
        environment.put("RAPPORT_PUBLIC_URL", ports.baseUrl());
        return environment;
    }
}
