package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Types that openapi-typescript makes of the published document, in a strict program; and the guide's own lines beside it.
 */
@Order(5)
@ExtendWith(SharedProduct.class)
class TypeScriptIT {
    private static final Path FOLDER =
            GuideExample.GUIDE.resolveSibling("../e2e/typescript").normalize();

    private final Product product;

    TypeScriptIT(Product product) {
        this.product = product;
    }

    @Test
    void aTypedProgramSendsAnEventAndAReviewAndReadsANumber() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER.resolve("generated"));
        Files.writeString(FOLDER.resolve("generated/guide.ts"), guide());
        run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        run("npm", "run", "--silent", "build");
        String said = run("npm", "run", "--silent", "start");
        Likeness.assertLike(
                """
                {"accepted": [1, 1, 1], "duplicates": 1, "text": "Lovely bread.", "metric": "page_views", "value": 2,
                 "wrong": ["type"]}
                """,
                said.lines().filter(line -> line.startsWith("{")).findFirst().orElse(said));
    }

    /** Modules of Node name their files' extension. */
    private static String guide() {
        return GuideExample.all(GuideExample.guide()).stream()
                .filter(example -> example.language().equals("ts"))
                .map(example -> example.text().replace("./rapport\"", "./rapport.js\""))
                .findFirst()
                .orElseThrow();
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("typescript", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of(
                        "RAPPORT", product.url().toString(),
                        "KEY", Business.create(product, "TypeScript").server().key(),
                        "DAY", Business.DAY.toString(),
                        "DAY_AFTER", Business.DAY.plusDays(1).toString()));
        Process process = builder.start();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        process.destroy();
        String said = Files.readString(output);
        Files.delete(output);
        assertThat(ended && process.exitValue() == 0)
                .as("%s: %s", String.join(" ", command), said)
                .isTrue();
        return said;
    }
}
