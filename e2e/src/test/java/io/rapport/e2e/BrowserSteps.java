package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Steps in Chromium that Playwright takes: scripts in the gateway's {@code webui/browser}. */
final class BrowserSteps {
    static final String NO_CHROMIUM = "No Chromium was found in CHROMIUM, /usr/bin or /Applications.";
    static final Path FOLDER =
            Path.of(System.getProperty("rapport.e2e.folder", "target")).toAbsolutePath();
    private static final Path ROOT = Path.of(System.getProperty("rapport.root", ".."));

    private BrowserSteps() {}

    /** Fails with what the script says where it finds a fault, or takes longer. */
    static void run(Duration longest, Map<String, String> environment, String script, String... arguments)
            throws IOException, InterruptedException {
        Path output = FOLDER.resolve(script.replace(".mjs", ".log"));
        List<String> command = new ArrayList<>(List.of("node", "browser/" + script));
        command.addAll(List.of(arguments));
        ProcessBuilder steps = new ProcessBuilder(command)
                .directory(ROOT.resolve("gateway/src/main/webui").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        steps.environment().putAll(environment);
        steps.environment().put("CHROMIUM", chromium().orElseThrow().toString());
        Process process = steps.start();
        boolean ended = process.waitFor(longest.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assertThat(ended && process.exitValue() == 0)
                .as(Files.readString(output))
                .isTrue();
    }

    static boolean chromiumIsThere() {
        return chromium().isPresent();
    }

    private static Optional<Path> chromium() {
        return Stream.of(
                        System.getenv("CHROMIUM"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .filter(path -> path != null && Files.isExecutable(Path.of(path)))
                .map(Path::of)
                .findFirst();
    }
}
