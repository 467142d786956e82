package io.rapport.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** What an overlay builds. */
record Manifests(List<JsonNode> documents) {
    private static final Map<String, Manifests> BUILT = new HashMap<>();
    private static final Set<String> WITH_PODS = Set.of("Deployment", "StatefulSet", "Job");

    static Manifests overlay(String name) {
        return in("k8s/overlays/" + name);
    }

    /** What kustomize makes of a folder. */
    static Manifests in(String folder) {
        Assumptions.assumeTrue(Command.exists("kubectl"), "kubectl is not on the PATH: the overlays were not built");
        return BUILT.computeIfAbsent(
                folder,
                path -> new Manifests(Yaml.read(Command.run(
                        Map.of(),
                        "kubectl",
                        "kustomize",
                        Code.ROOT.resolve(path).toString()))));
    }

    Stream<JsonNode> of(String kind) {
        return documents.stream()
                .filter(document -> document.path("kind").asText().equals(kind));
    }

    Stream<JsonNode> withPods() {
        return documents.stream()
                .filter(document -> WITH_PODS.contains(document.path("kind").asText()));
    }

    boolean has(String kind, String name) {
        return of(kind).anyMatch(
                        document -> document.at("/metadata/name").asText().equals(name));
    }
}
