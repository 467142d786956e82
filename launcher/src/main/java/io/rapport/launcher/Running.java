package io.rapport.launcher;

import io.rapport.launcher.ports.Ports;
import io.rapport.launcher.process.OwnProcesses;
import io.rapport.launcher.state.InstanceLock;
import io.rapport.launcher.state.RunState;
import io.rapport.launcher.state.StateFile;
import java.io.IOException;
import java.util.Optional;

/** What is known of a supervisor that runs now. */
final class Running {
    private final Layout layout;

    Running(Layout layout) {
        this.layout = layout;
    }

    boolean isRunning() throws IOException {
        return InstanceLock.isHeld(layout.run());
    }

    /** Its state; empty when nothing runs, or when it began a moment ago. */
    Optional<RunState> state() throws IOException {
        return isRunning()
                ? new StateFile(layout.run()).read().filter(state -> supervisor(state)
                        .isPresent())
                : Optional.empty();
    }

    Optional<ProcessHandle> supervisor(RunState state) {
        return new OwnProcesses(layout).find(state.supervisor());
    }

    String sentence() throws IOException {
        Optional<RunState> state = state();
        if (state.isEmpty() || !state.get().isReady()) {
            return "Rapport is already starting or stopping; ./rapport status shows how far it is.";
        }
        return "Rapport is already running: " + new Ports(state.get().basePort()).baseUrl()
                + " (./rapport status shows more, ./rapport down ends it).";
    }

    static String addresses(Ports ports, Layout layout) {
        String base = ports.baseUrl();
        return "API         " + base + "/v1/engagement\n"
                + "Guide       " + base + "/docs\n"
                + "Reference   " + base + "/q/swagger-ui\n"
                + "OpenAPI     " + base + "/openapi\n"
                + "Keys        " + layout.keys();
    }
}
