package io.rapport.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.launcher.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppFolderTest {
    @TempDir
    Path folder;

    @Test
    void theCopyFollowsWhatWasBuilt() throws IOException {
        Path built = folder.resolve("gateway/target/quarkus-app");
        Files.createDirectories(built.resolve("lib"));
        Files.writeString(built.resolve("quarkus-run.jar"), "1");
        Files.writeString(built.resolve("lib/old.jar"), "old");
        AppFolder app = new AppFolder(folder, folder.resolve("app"), "gateway");
        app.refresh();
        assertThat(app.jar()).hasContent("1");

        Files.writeString(built.resolve("quarkus-run.jar"), "22");
        Files.delete(built.resolve("lib/old.jar"));
        assertThat(app.jar()).hasContent("1");
        app.refresh();
        assertThat(app.jar()).hasContent("22");
        assertThat(app.jar().resolveSibling("lib")).isEmptyDirectory();
    }

    @Test
    void whatIsNotBuiltIsNamed() {
        assertThatThrownBy(() -> new AppFolder(folder, folder.resolve("app"), "gateway").refresh())
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("gateway");
    }
}
