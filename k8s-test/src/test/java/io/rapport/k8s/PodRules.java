package io.rapport.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The restricted Pod Security Standard, and what we ask beyond it. */
final class PodRules {
    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");
    private static final int USER = 10001;

    private final JsonNode pod;
    private final List<String> problems = new ArrayList<>();

    private PodRules(JsonNode pod) {
        this.pod = pod;
    }

    static List<String> problems(JsonNode owner) {
        PodRules rules = new PodRules(owner.at("/spec/template/spec"));
        rules.pod();
        for (String group : List.of("containers", "initContainers", "ephemeralContainers")) {
            rules.pod.path(group).forEach(rules::container);
        }
        return rules.problems;
    }

    private void pod() {
        for (String shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
            forbid(pod.path(shared).asBoolean(), shared);
        }
        JsonNode security = pod.path("securityContext");
        forbid(!security.path("sysctls").isEmpty(), "sysctls");
        forbid(!security.path("runAsNonRoot").asBoolean(), "runAsNonRoot is not true");
        forbid(security.path("runAsUser").asInt() != USER, "runAsUser is not " + USER);
        forbid(
                !security.at("/seccompProfile/type").asText().equals("RuntimeDefault"),
                "seccompProfile is not RuntimeDefault");
        for (JsonNode volume : pod.path("volumes")) {
            volume.fieldNames()
                    .forEachRemaining(
                            type -> forbid(!type.equals("name") && !VOLUMES.contains(type), "volume of type " + type));
        }
        forbid(pod.path("automountServiceAccountToken").asBoolean(true), "automountServiceAccountToken is not false");
        forbid(pod.path("enableServiceLinks").asBoolean(true), "enableServiceLinks is not false");
        forbid(pod.path("serviceAccountName").asText().isEmpty(), "no service account of its own");
    }

    private void container(JsonNode container) {
        JsonNode security = container.path("securityContext");
        forbid(security.path("allowPrivilegeEscalation").asBoolean(true), "allowPrivilegeEscalation is not false");
        forbid(security.path("privileged").asBoolean(), "privileged");
        forbid(!security.path("readOnlyRootFilesystem").asBoolean(), "readOnlyRootFilesystem is not true");
        forbid(!security.at("/capabilities/drop/0").asText().equals("ALL"), "not all capabilities are dropped");
        forbid(!security.at("/capabilities/add").isEmpty(), "capabilities are added");
        forbid(!security.path("procMount").asText("Default").equals("Default"), "procMount");
        forbid(security.has("runAsUser") && security.path("runAsUser").asInt() != USER, "another user");
        forbid(security.has("runAsNonRoot") && !security.path("runAsNonRoot").asBoolean(), "may be root");
        forbid(security.has("seccompProfile"), "another seccompProfile");
        container.path("ports").forEach(port -> forbid(port.path("hostPort").asInt() != 0, "hostPort"));
        for (String amount : List.of("/requests/cpu", "/requests/memory", "/limits/memory")) {
            forbid(container.path("resources").at(amount).isMissingNode(), "no resources" + amount);
        }
    }

    private void forbid(boolean found, String what) {
        if (found) {
            problems.add(what);
        }
    }
}
