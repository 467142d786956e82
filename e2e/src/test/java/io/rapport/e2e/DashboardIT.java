package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The dashboard in Chromium: its states on three screens, light and dark, with axe; its numbers against the API; the
 * keyboard; people who sign in. The steps are in the gateway's {@code webui/browser}; its pictures in {@code target/look}.
 */
@Order(3)
@ExtendWith(SharedProduct.class)
@Timeout(value = 9, unit = TimeUnit.MINUTES)
@EnabledIf(
        value = "chromiumIsThere",
        disabledReason =
                "No Chromium was found in CHROMIUM, /usr/bin or /Applications, so the dashboard is not looked at.")
class DashboardIT {
    private static final Duration LONGEST = Duration.ofMinutes(8);
    private static final Path ROOT = Path.of(System.getProperty("rapport.root", ".."));
    private static final Path FOLDER =
            Path.of(System.getProperty("rapport.e2e.folder", "target")).toAbsolutePath();

    @Test
    void anOwnerCanUseIt(Product product) throws IOException, InterruptedException {
        JsonNode keys = product.keys();
        Path output = FOLDER.resolve("look.log");
        ProcessBuilder look = new ProcessBuilder(
                        "node", "browser/look.mjs", FOLDER.resolve("look").toString())
                .directory(ROOT.resolve("gateway/src/main/webui").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        look.environment()
                .putAll(Map.of(
                        "CHROMIUM", chromium().orElseThrow().toString(),
                        "RAPPORT_URL", product.url().toString(),
                        "RAPPORT_KEY", keys.path("secretKey").asText(),
                        "RAPPORT_ADMIN_KEY", keys.path("adminKey").asText(),
                        "RAPPORT_EMPTY_KEY", keyOfEmptyBusiness(product)));
        Process process = look.start();
        boolean ended = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assertThat(ended && process.exitValue() == 0)
                .as(Files.readString(output))
                .isTrue();
    }

    private static String keyOfEmptyBusiness(Product product) {
        return product.admin()
                .post("/v1/businesses", Map.of("name", "New shop", "timeZone", "Europe/Dublin", "currency", "EUR"))
                .expect(201)
                .json()
                .path("secretKey")
                .asText();
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
