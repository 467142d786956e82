package io.rapport.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether what a manifest names is there: accounts, ConfigMaps, secrets, pods behind services, budgets and autoscalers. */
final class Wiring {
    private final Manifests manifests;
    private final List<String> problems = new ArrayList<>();

    private Wiring(Manifests manifests) {
        this.manifests = manifests;
    }

    static List<String> problems(Manifests manifests) {
        Wiring wiring = new Wiring(manifests);
        wiring.manifests.withPods().forEach(wiring::pod);
        Stream.of("Service", "PodDisruptionBudget")
                .flatMap(manifests::of)
                .forEach(document -> wiring.selected(document));
        manifests.of("HorizontalPodAutoscaler").forEach(wiring::scaled);
        wiring.accounts();
        manifests
                .of("Secret")
                .forEach(secret -> wiring.problems.add("a secret in the manifests: " + Yaml.name(secret)));
        return wiring.problems;
    }

    /** {@code secret/key} for each that a pod takes something from. */
    static Set<String> secretKeys(Manifests manifests) {
        return manifests
                .withPods()
                .flatMap(owner -> owner.findValues("secretKeyRef").stream())
                .map(reference -> reference.path("name").asText() + "/"
                        + reference.path("key").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void pod(JsonNode owner) {
        String name = Yaml.name(owner);
        String account = owner.at("/spec/template/spec/serviceAccountName").asText();
        expect(manifests.has("ServiceAccount", account), name + ": no service account " + account);
        owner.findValues("configMapRef").forEach(map -> configMap(name, map));
        owner.findValues("configMap").forEach(map -> configMap(name, map));
        JsonNode selector = owner.at("/spec/selector/matchLabels");
        expect(
                owner.path("kind").asText().equals("Job")
                        || matches(selector, owner.at("/spec/template/metadata/labels")),
                name + " doesn't select its own pods");
    }

    private void configMap(String name, JsonNode reference) {
        String map = reference.path("name").asText();
        expect(manifests.has("ConfigMap", map), name + ": no ConfigMap " + map);
    }

    private void selected(JsonNode document) {
        JsonNode selector = document.path("kind").asText().equals("Service")
                ? document.at("/spec/selector")
                : document.at("/spec/selector/matchLabels");
        List<JsonNode> pods = manifests
                .withPods()
                .filter(owner -> matches(selector, owner.at("/spec/template/metadata/labels")))
                .toList();
        expect(pods.size() == 1, Yaml.name(document) + " selects " + pods.size());
        Yaml.each(document, "/spec/ports").forEach(port -> {
            Set<String> names = pods.stream()
                    .flatMap(owner -> Yaml.each(owner, "/spec/template/spec/containers/0/ports"))
                    .map(offered -> offered.path("name").asText() + ":"
                            + offered.path("containerPort").asText())
                    .collect(Collectors.toSet());
            String wanted =
                    port.path("targetPort").asText() + ":" + port.path("port").asText();
            expect(names.contains(wanted), Yaml.name(document) + ": no port " + wanted);
        });
    }

    private void scaled(JsonNode autoscaler) {
        JsonNode target = autoscaler.at("/spec/scaleTargetRef");
        JsonNode deployment = manifests
                .of(target.path("kind").asText())
                .filter(document -> document.at("/metadata/name").equals(target.path("name")))
                .findFirst()
                .orElse(null);
        expect(deployment != null, Yaml.name(autoscaler) + " scales nothing");
        // Each apply would otherwise undo what the autoscaler did.
        expect(
                deployment == null || deployment.at("/spec/replicas").isMissingNode(),
                Yaml.name(autoscaler) + ": replicas");
    }

    private void accounts() {
        List<String> used = manifests
                .withPods()
                .map(owner -> owner.at("/spec/template/spec/serviceAccountName").asText())
                .toList();
        expect(used.size() == Set.copyOf(used).size(), "a service account has two users: " + used);
        manifests
                .of("ServiceAccount")
                .forEach(account -> expect(
                        !account.path("automountServiceAccountToken").asBoolean(true),
                        Yaml.name(account) + " mounts its token"));
    }

    private static boolean matches(JsonNode selector, JsonNode labels) {
        return !selector.isEmpty()
                && selector.properties().stream()
                        .allMatch(wanted -> labels.path(wanted.getKey()).equals(wanted.getValue()));
    }

    private void expect(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }
}
