package io.rapport.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The paths {@code from -> to:port} between pods that network policies open at their beginning, or at their end. */
final class Paths {
    private static final String NAME = "app.kubernetes.io/name";

    private Paths() {}

    static Set<String> outgoing(Manifests manifests) {
        Set<String> paths = new TreeSet<>();
        manifests.of("NetworkPolicy").forEach(policy -> {
            for (String from : names(policy.at("/spec/podSelector"))) {
                Yaml.each(policy, "/spec/egress").forEach(rule -> ends(rule, "to")
                        .forEach(to -> ports(rule).forEach(port -> paths.add(from + " -> " + to + ":" + port))));
            }
        });
        return paths;
    }

    static Set<String> incoming(Manifests manifests) {
        Set<String> paths = new TreeSet<>();
        manifests.of("NetworkPolicy").forEach(policy -> {
            for (String to : names(policy.at("/spec/podSelector"))) {
                Yaml.each(policy, "/spec/ingress").forEach(rule -> ends(rule, "from")
                        .forEach(from -> ports(rule).forEach(port -> paths.add(from + " -> " + to + ":" + port))));
            }
        });
        return paths;
    }

    /** Whether nothing is open that no policy opens. */
    static boolean deniesByDefault(Manifests manifests) {
        return manifests
                .of("NetworkPolicy")
                .map(policy -> policy.path("spec"))
                .anyMatch(spec -> spec.path("podSelector").isEmpty()
                        && spec.path("policyTypes").toString().equals("[\"Ingress\",\"Egress\"]")
                        && !spec.has("ingress")
                        && !spec.has("egress"));
    }

    private static Stream<String> ends(JsonNode rule, String side) {
        return rule.path(side).isEmpty()
                ? Stream.of("anywhere")
                : Yaml.each(rule, "/" + side).flatMap(peer -> peer(peer).stream());
    }

    private static List<String> peer(JsonNode peer) {
        if (peer.has("ipBlock")) {
            return List.of(peer.at("/ipBlock/cidr").asText());
        }
        if (peer.has("namespaceSelector")) {
            return List.of("namespace "
                    + peer.at("/namespaceSelector/matchLabels")
                            .path("kubernetes.io/metadata.name")
                            .asText("any"));
        }
        return names(peer.path("podSelector"));
    }

    private static List<String> ports(JsonNode rule) {
        List<String> ports = Yaml.each(rule, "/ports")
                .map(port -> port.path("port").asText())
                .toList();
        return ports.isEmpty() ? List.of("any") : ports;
    }

    private static List<String> names(JsonNode selector) {
        if (selector.at("/matchLabels").has(NAME)) {
            return List.of(selector.at("/matchLabels").path(NAME).asText());
        }
        List<String> names = Yaml.each(selector, "/matchExpressions")
                .filter(expression -> expression.path("key").asText().equals(NAME))
                .flatMap(expression -> Yaml.each(expression, "/values").map(JsonNode::asText))
                .toList();
        return names.isEmpty() ? List.of("any pod") : names;
    }
}
