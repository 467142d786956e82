package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The document obeys the rules that Spectral and Redocly recommend, all of them, without a warning. */
@Order(6)
@ExtendWith(SharedProduct.class)
class OpenApiRulesIT {
    private static final Path TOOLS = Path.of(System.getProperty("rapport.root", ".."), "e2e", "openapi");
    private static final Path FOLDER = Path.of(System.getProperty("rapport.e2e.folder", "target"));
    private static final Path DOCUMENT = FOLDER.resolve("served-openapi.json").toAbsolutePath();

    private final Client anybody;

    OpenApiRulesIT(Product product) {
        anybody = product.client(null);
    }

    /** From the lock file, once for each version of it. */
    @BeforeAll
    static void bringTools() throws Exception {
        Path done = TOOLS.resolve("node_modules/.package-lock.json");
        Path lock = TOOLS.resolve("package-lock.json");
        if (!Files.exists(done) || Files.getLastModifiedTime(done).compareTo(Files.getLastModifiedTime(lock)) < 0) {
            Output output = run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            assertThat(output.status()).as(output.text()).isZero();
        }
    }

    @Test
    void ofSpectral() throws Exception {
        store();
        Output output = run(
                "node_modules/.bin/spectral",
                "lint",
                "--ruleset",
                "spectral.yaml",
                "--format",
                "json",
                "--fail-severity",
                "hint",
                DOCUMENT.toString());
        assertThat(lines(Json.read(output.text()), "code", "message", "path")).isEmpty();
        assertThat(output.status()).isZero();
    }

    @Test
    void ofRedocly() throws Exception {
        store();
        Output output = run(
                "node_modules/.bin/redocly",
                "lint",
                "--config",
                "redocly.yaml",
                "--format",
                "json",
                "--max-problems",
                "1000",
                DOCUMENT.toString());
        JsonNode report = Json.read(output.text());
        assertThat(lines(report.path("problems"), "ruleId", "message", "location"))
                .isEmpty();
        assertThat(report.at("/totals/errors").asInt(-1)).isZero();
        assertThat(output.status()).isZero();
    }

    private void store() throws IOException {
        Files.writeString(
                DOCUMENT, anybody.get("/openapi?format=json").expect(200).text());
    }

    private static List<String> lines(JsonNode problems, String... members) {
        List<String> lines = new ArrayList<>();
        problems.forEach(problem -> {
            List<String> parts = new ArrayList<>();
            for (String member : members) {
                parts.add(problem.path(member).toString());
            }
            lines.add(String.join(" ", parts));
        });
        return lines;
    }

    private static Output run(String... command) throws IOException, InterruptedException {
        Path printed = FOLDER.resolve("openapi-rules.out");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(TOOLS.toFile())
                .redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        FOLDER.resolve("openapi-rules.err").toFile()));
        builder.environment().put("REDOCLY_TELEMETRY", "off");
        builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        Process process = builder.start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Output(process.waitFor(), Files.readString(printed, StandardCharsets.UTF_8));
    }

    private record Output(int status, String text) {}
}
