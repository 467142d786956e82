package io.rapport.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both overlays keep every rule; {@link BrokenManifestsTest} shows that each rule can be broken. */
class ManifestsTest {
    private static final Map<String, String> CALLED = Map.of(
            "${RAPPORT_METRICS_URL", "metrics-service",
            "${RAPPORT_FEEDBACK_URL", "feedback-service",
            "${RAPPORT_SENTIMENT_URL", "sentiment-service");

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void everyDocumentIsWhatTheApiTakes(String overlay) {
        Manifests manifests = Manifests.overlay(overlay);
        assertThat(manifests.documents())
                .hasSizeGreaterThan(25)
                .extracting(Yaml::name)
                .doesNotHaveDuplicates();
        assertThat(problems(manifests.documents().stream(), Schema::problems)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void everyPodIsRestricted(String overlay) {
        Manifests manifests = Manifests.overlay(overlay);
        assertThat(manifests.withPods()).hasSizeGreaterThanOrEqualTo(Code.SERVICES.size());
        assertThat(problems(manifests.withPods(), PodRules::problems)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void theNamespaceRefusesOtherPods(String overlay) {
        assertThat(Manifests.overlay(overlay).of("Namespace"))
                .extracting(namespace -> namespace
                        .at("/metadata/labels")
                        .path("pod-security.kubernetes.io/enforce")
                        .asText())
                .containsExactly("restricted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void everyServiceIsDeployedAsItsCodeAsks(String overlay) {
        Manifests manifests = Manifests.overlay(overlay);
        assertThat(manifests.of("Deployment")).hasSize(Code.SERVICES.size());
        assertThat(problems(manifests.of("Deployment"), ServiceRules::problems)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void whatIsNamedIsThere(String overlay) {
        assertThat(Wiring.problems(Manifests.overlay(overlay))).isEmpty();
    }

    @Test
    void theServicesAreCalledWhereTheyListen() {
        JsonNode map = Manifests.overlay("production")
                .of("ConfigMap")
                .filter(document -> document.path("data").has("RAPPORT_METRICS_URL"))
                .findFirst()
                .orElseThrow()
                .path("data");
        CALLED.forEach((variable, service) -> assertThat(
                        map.path(variable.substring(2)).asText())
                .isEqualTo("http://" + service + ":" + port(service)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void justThePathsThatExistAreOpen(String overlay) {
        Manifests manifests = Manifests.overlay(overlay);
        Set<String> between = pathsOfTheCode();
        Set<String> outgoing = new TreeSet<>(between);
        outgoing.add("any pod -> namespace kube-system:53");
        outgoing.add("feedback-service -> 0.0.0.0/0:443");
        outgoing.add("feedback-service -> 2000::/3:443");
        Set<String> incoming = new TreeSet<>(between);
        incoming.add("namespace ingress-nginx -> gateway:8080");
        for (String client : Set.of("gateway", "metrics-service", "feedback-service")) {
            outgoing.add(client + " -> " + (overlay.equals("local") ? "postgresql" : "192.0.2.10/32") + ":5432");
        }
        if (overlay.equals("local")) {
            outgoing.add("database-provisioning -> postgresql:5432");
            outgoing.stream().filter(path -> path.contains("postgresql")).forEach(incoming::add);
        } else {
            Code.SERVICES.forEach(service -> incoming.add("namespace monitoring -> " + service + ":management"));
        }
        assertThat(Paths.deniesByDefault(manifests)).isTrue();
        assertThat(Paths.outgoing(manifests)).isEqualTo(outgoing);
        assertThat(Paths.incoming(manifests)).isEqualTo(incoming);
    }

    @Test
    void tracesFindTheirWayToTheCollector() {
        Manifests traced = Manifests.in("k8s-test/src/test/resources/traced");
        String endpoint = traced.of("ConfigMap")
                .map(map -> map.at("/data/OTEL_EXPORTER_OTLP_ENDPOINT").asText())
                .filter(url -> !url.isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(endpoint).endsWith(".monitoring:4317");
        assertThat(Code.frame().getProperty("quarkus.otel.exporter.otlp.endpoint"))
                .contains("${OTEL_EXPORTER_OTLP_ENDPOINT");
        assertThat(Paths.outgoing(traced))
                .containsAll(Code.SERVICES.stream()
                        .map(service -> service + " -> namespace monitoring:4317")
                        .toList());
    }

    @Test
    void theWorldReachesNeitherHealthNorFigures() {
        assertThat(Manifests.overlay("production")
                        .of("Ingress")
                        .flatMap(ingress -> ingress.findValues("path").stream())
                        .map(JsonNode::asText))
                .isNotEmpty()
                .noneMatch(path -> "/q/health".startsWith(path) && !path.equals("/")
                        || "/q/metrics".startsWith(path) && !path.equals("/"));
        assertThat(Manifests.overlay("production")
                        .of("Ingress")
                        .flatMap(ingress -> Yaml.each(ingress, "/spec/rules/0/http/paths"))
                        .filter(path -> path.path("path").asText().equals("/")))
                .allMatch(path -> path.path("pathType").asText().equals("Exact"));
    }

    private static List<String> problems(Stream<JsonNode> documents, Function<JsonNode, List<String>> rules) {
        return documents
                .flatMap(
                        document -> rules.apply(document).stream().map(problem -> Yaml.name(document) + ": " + problem))
                .toList();
    }

    /** Who is configured with whose address. */
    private static Set<String> pathsOfTheCode() {
        Set<String> paths = new TreeSet<>();
        for (String service : Code.SERVICES) {
            String configuration = Code.properties(service).toString();
            CALLED.forEach((variable, called) -> {
                if (configuration.contains(variable)) {
                    paths.add(service + " -> " + called + ":" + port(called));
                }
            });
        }
        return paths;
    }

    private static String port(String service) {
        return Code.properties(service).getProperty("quarkus.http.port");
    }
}
