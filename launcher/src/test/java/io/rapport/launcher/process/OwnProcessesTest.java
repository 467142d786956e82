package io.rapport.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.launcher.Layout;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnProcessesTest {
    @TempDir
    Path home;

    @Test
    void aForeignProcessThatNamesTheHomeIsNotOurs() throws IOException {
        Layout layout = new Layout(home, home);
        Process foreign = new ProcessBuilder(
                        "sh", "-c", "sleep 600; :", layout.marker(), OwnProcesses.SERVICE + "gateway")
                .start();
        try {
            assertThat(foreign.info().arguments().orElseThrow()).contains(layout.marker());
            assertThat(new OwnProcesses(layout).services()).isEmpty();
            assertThat(new OwnProcesses(layout).find(foreign.pid())).isEmpty();
        } finally {
            foreign.descendants().forEach(ProcessHandle::destroyForcibly);
            foreign.destroyForcibly();
        }
    }
}
