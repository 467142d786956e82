package io.rapport.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Breaks one thing in the gateway's manifests at a time, and each is found by its rule. */
class BrokenManifestsTest {
    private static final String POD = "/spec/template/spec";
    private static final String CONTAINER = POD + "/containers/0";

    @ParameterizedTest
    @CsvSource({
        "/spec/templte, {}, templte",
        "/spec/selector, , selector",
        "/spec/replicas, many, many",
        CONTAINER + "/resources/requests/memory, lots, lots",
        CONTAINER + "/readinessProbe/httpGet/portName, http, portName",
        "/apiVersion, apps/v2, apps/v2"
    })
    void whatTheApiDoesNotTake(String pointer, String value, String problem) {
        assertThat(Schema.problems(broken(pointer, value)))
                .singleElement()
                .asString()
                .contains(problem);
    }

    @ParameterizedTest
    @CsvSource({
        POD + "/hostNetwork, true, hostNetwork",
        POD + "/hostPID, true, hostPID",
        POD + "/hostIPC, true, hostIPC",
        POD + "/securityContext/runAsNonRoot, , runAsNonRoot",
        POD + "/securityContext/runAsUser, 0, runAsUser",
        POD + "/securityContext/seccompProfile/type, Unconfined, seccompProfile",
        POD + "/securityContext/sysctls, '[{name: a, value: b}]', sysctls",
        POD + "/volumes/0/hostPath, '{path: /etc}', hostPath",
        POD + "/automountServiceAccountToken, , automountServiceAccountToken",
        POD + "/enableServiceLinks, , enableServiceLinks",
        POD + "/serviceAccountName, , service account",
        POD + "/initContainers, '[{name: a}]', allowPrivilegeEscalation",
        CONTAINER + "/securityContext/allowPrivilegeEscalation, , allowPrivilegeEscalation",
        CONTAINER + "/securityContext/privileged, true, privileged",
        CONTAINER + "/securityContext/readOnlyRootFilesystem, , readOnlyRootFilesystem",
        CONTAINER + "/securityContext/capabilities/drop, , capabilities",
        CONTAINER + "/securityContext/capabilities/add, '[NET_ADMIN]', added",
        CONTAINER + "/securityContext/procMount, Unmasked, procMount",
        CONTAINER + "/securityContext/runAsUser, 0, another user",
        CONTAINER + "/securityContext/runAsNonRoot, false, may be root",
        CONTAINER + "/securityContext/seccompProfile, '{type: Unconfined}', seccompProfile",
        CONTAINER + "/ports/0/hostPort, 80, hostPort",
        CONTAINER + "/resources/limits/memory, , limits/memory"
    })
    void aPodThatIsNotRestricted(String pointer, String value, String problem) {
        assertThat(PodRules.problems(broken(pointer, value)))
                .anySatisfy(found -> assertThat(found).contains(problem));
    }

    @ParameterizedTest
    @CsvSource({
        "/metadata/name, door, no service",
        CONTAINER + "/image, rapport/gateway:latest, image",
        CONTAINER + "/ports/0/containerPort, 8090, port",
        CONTAINER + "/ports/0/name, web, http",
        CONTAINER + "/ports/1/containerPort, 8080, port",
        CONTAINER + "/ports/1/name, admin, management",
        CONTAINER + "/readinessProbe/httpGet/port, http, readinessProbe",
        CONTAINER + "/readinessProbe/httpGet/path, /health/ready, readinessProbe",
        CONTAINER + "/livenessProbe/httpGet/port, admin, livenessProbe",
        CONTAINER + "/startupProbe, , startupProbe",
        CONTAINER + "/lifecycle, , requests cease",
        POD + "/terminationGracePeriodSeconds, 15, killed",
        CONTAINER + "/env, [], RAPPORT_TOKEN_SECRET is missing",
        CONTAINER + "/env, '[{name: RAPPORT_METRIC_URL, value: a}]', RAPPORT_METRIC_URL",
        CONTAINER + "/env, '[{name: QUARKUS_DATASOURCE_PASSWORD, value: a}]', written in the manifest",
        CONTAINER + "/env, '[{name: QUARKUS_DATASOURCE_USERNAME, value: a}]', not all there",
    })
    void aServiceThatIsNotWhatItsCodeAsks(String pointer, String value, String problem) {
        assertThat(ServiceRules.problems(broken(pointer, value)))
                .anySatisfy(found -> assertThat(found).contains(problem));
    }

    @ParameterizedTest
    @CsvSource({
        "Deployment, " + POD + "/serviceAccountName, nobody, no service account",
        "Deployment, " + POD + "/serviceAccountName, metrics-service, two users",
        "Deployment, " + CONTAINER + "/envFrom/0/configMapRef/name, other, no ConfigMap",
        "Deployment, /spec/selector/matchLabels/app.kubernetes.io~1name, other, select its own",
        "Deployment, /spec/replicas, 3, replicas",
        "Service, /spec/selector/app.kubernetes.io~1name, other, selects 0",
        "Service, /spec/ports/0/targetPort, web, no port",
        "Service, /spec/ports/0/port, 80, no port",
        "PodDisruptionBudget, /spec/selector/matchLabels, , selects 0",
        "HorizontalPodAutoscaler, /spec/scaleTargetRef/name, other, scales nothing",
        "ServiceAccount, /automountServiceAccountToken, , mounts its token",
        "ServiceAccount, /kind, Secret, a secret in the manifests"
    })
    void somethingNamedThatIsNotThere(String kind, String pointer, String value, String problem) {
        List<JsonNode> documents = new ArrayList<>(sound().documents());
        documents.replaceAll(document -> isGateway(document, kind) ? broken(document, pointer, value) : document);
        assertThat(Wiring.problems(new Manifests(documents)))
                .anySatisfy(found -> assertThat(found).contains(problem));
    }

    @Test
    void pathsThatAreOpenedTooWideAreSeen() {
        Manifests all = new Manifests(List.of(policy("ingress: [{}]", "Ingress")));
        assertThat(Paths.incoming(all)).containsExactly("anywhere -> a:any");
        assertThat(Paths.deniesByDefault(all)).isFalse();
        assertThat(Paths.outgoing(new Manifests(List.of(policy("egress: [{to: [{podSelector: {}}]}]", "Egress")))))
                .containsExactly("a -> any pod:any");
        assertThat(Paths.outgoing(
                        new Manifests(List.of(policy("egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0}}]}]", "Egress")))))
                .containsExactly("a -> 0.0.0.0/0:any");
    }

    private static JsonNode policy(String rule, String type) {
        return Yaml.read("{kind: NetworkPolicy, spec: {podSelector: {matchLabels: {app.kubernetes.io/name: a}}, "
                        + "policyTypes: [" + type + "], " + rule + "}}")
                .getFirst();
    }

    private static Manifests sound() {
        return Manifests.overlay("production");
    }

    private static boolean isGateway(JsonNode document, String kind) {
        return Yaml.name(document).equals(kind + " gateway");
    }

    private static JsonNode broken(String pointer, String value) {
        JsonNode deployment = sound().documents().stream()
                .filter(document -> isGateway(document, "Deployment"))
                .findFirst()
                .orElseThrow();
        return broken(deployment, pointer, value);
    }

    private static JsonNode broken(JsonNode sound, String pointer, String value) {
        JsonNode copy = sound.deepCopy();
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = copy.at(at.head());
        if (parent instanceof ArrayNode) {
            throw new IllegalArgumentException("Break a field, not an element: " + pointer);
        }
        String field = at.last().getMatchingProperty();
        if (value == null) {
            ((ObjectNode) parent).remove(field);
        } else {
            ((ObjectNode) parent).set(field, Yaml.value(value));
        }
        return copy;
    }
}
