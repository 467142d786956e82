package io.rapport.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A service's Deployment against its code: image, port, probes, environment, and the time it has to end. */
final class ServiceRules {
    /** Of Java and Quarkus, so not named in our code. */
    private static final Set<String> FRAMEWORKS = Set.of(
            "JDK_JAVA_OPTIONS",
            "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING",
            "QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED",
            "QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST",
            "QUARKUS_SHUTDOWN_DELAY");

    private static final Set<String> DATABASE = Set.of(
            "QUARKUS_DATASOURCE_JDBC_URL",
            "QUARKUS_DATASOURCE_USERNAME",
            "QUARKUS_DATASOURCE_PASSWORD",
            "QUARKUS_FLYWAY_USERNAME",
            "QUARKUS_FLYWAY_PASSWORD");

    private final String service;
    private final JsonNode pod;
    private final JsonNode container;
    private final List<String> problems = new ArrayList<>();

    private ServiceRules(JsonNode deployment) {
        this.service = deployment.at("/metadata/name").asText();
        this.pod = deployment.at("/spec/template/spec");
        this.container = pod.at("/containers/0");
    }

    static List<String> problems(JsonNode deployment) {
        ServiceRules rules = new ServiceRules(deployment);
        if (!Code.SERVICES.contains(rules.service)) {
            return List.of("no service of ours: " + rules.service);
        }
        rules.image();
        rules.port();
        rules.probes();
        rules.environment();
        rules.ending();
        return rules.problems;
    }

    private void image() {
        String image = container.path("image").asText();
        expect(image.endsWith("rapport/" + service + ":" + Code.version()), "image " + image);
    }

    private void port() {
        Properties code = Code.properties(service);
        JsonNode port = container.at("/ports/0");
        expect(port.path("name").asText().equals("http"), "no port named http");
        expect(port.path("containerPort").asText().equals(code.getProperty("quarkus.http.port")), "port " + port);
        JsonNode management = container.at("/ports/1");
        expect(management.path("name").asText().equals("management"), "no port named management");
        expect(
                management.path("containerPort").asText().equals(code.getProperty("quarkus.management.port")),
                "port " + management);
    }

    private void probes() {
        String health = Code.frame().getProperty("quarkus.smallrye-health.root-path", "/q/health");
        probe("startupProbe", health + "/started");
        probe("livenessProbe", health + "/live");
        probe("readinessProbe", health + "/ready");
        expect("true".equals(Code.frame().getProperty("quarkus.management.enabled")), "nothing listens for probes");
        expect(
                Code.read(Code.ROOT.resolve("frame/pom.xml")).contains("quarkus-smallrye-health"),
                "nothing serves " + health);
    }

    private void probe(String probe, String path) {
        JsonNode get = container.path(probe).path("httpGet");
        expect(get.path("path").asText().equals(path), probe + " " + get.path("path"));
        expect(get.path("port").asText().equals("management"), probe + " on port " + get.path("port"));
    }

    private void environment() {
        boolean hasDatabase = Code.read(Code.ROOT.resolve(service + "/pom.xml")).contains("quarkus-flyway");
        String code = Code.sources(service) + Code.sources("frame");
        List<String> given = new ArrayList<>();
        container.path("env").forEach(variable -> {
            String name = variable.path("name").asText();
            given.add(name);
            expect(FRAMEWORKS.contains(name) || (hasDatabase && DATABASE.contains(name)) || reads(code, name), name);
            expect(
                    !name.matches(".*(PASSWORD|SECRET|KEY|TOKEN).*") || !variable.has("value"),
                    name + " is written in the manifest");
        });
        // What has no default the service can't start without.
        Pattern.compile("\\$\\{([A-Z_]+)}")
                .matcher(code)
                .results()
                .map(found -> found.group(1))
                .forEach(needed -> {
                    expect(given.contains(needed), needed + " is missing");
                });
        expect(!hasDatabase || given.containsAll(DATABASE), "the database's variables are not all there");
    }

    /** By name, or as MicroProfile Config makes a property's name of a variable's. */
    private static boolean reads(String code, String variable) {
        List<String> words = List.of(variable.toLowerCase(Locale.ROOT).split("_"));
        return code.contains("${" + variable)
                || code.contains("\"" + String.join(".", words) + "\"")
                || IntStream.range(1, words.size()).anyMatch(prefix -> maps(code, words, prefix));
    }

    /** Whether there is a mapping of so many words, with the rest as the name of a member. */
    private static boolean maps(String code, List<String> words, int prefix) {
        String member = words.subList(prefix, words.size()).stream()
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return code.contains("@ConfigMapping(prefix = \"" + String.join(".", words.subList(0, prefix)) + "\")")
                && code.contains(" " + member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1) + "();");
    }

    private void ending() {
        Duration grace =
                Duration.ofSeconds(pod.path("terminationGracePeriodSeconds").asInt());
        Duration before = Duration.ofSeconds(
                container.at("/lifecycle/preStop/sleep/seconds").asInt());
        Duration draining = draining();
        Duration shutdown =
                Duration.ofSeconds(Integer.parseInt(Code.frame().getProperty("quarkus.shutdown.timeout", "0")));
        expect(before.isPositive(), "it ends before requests cease");
        expect(draining.isPositive(), "it ends while others hold connections to it");
        expect(grace.compareTo(before.plus(draining).plus(shutdown)) > 0, "it is killed before it has ended");
    }

    private Duration draining() {
        for (JsonNode variable : container.path("env")) {
            if (variable.path("name").asText().equals("QUARKUS_SHUTDOWN_DELAY")) {
                return Duration.parse("PT" + variable.path("value").asText());
            }
        }
        return Duration.ZERO;
    }

    private void expect(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }
}
