package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The guide's examples, run one after the other as a reader does, answer what the guide shows. */
@Order(5)
@ExtendWith(SharedProduct.class)
class GuideIT {
    private static final String WRITTEN_FOR = "http://localhost:8080";

    /** What a browser has and Node hasn't; and the answer is shown. */
    private static final String BROWSER = """
            const kept = new Map();
            const storage = { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, value) };
            const plain = globalThis.fetch;
            const shown = { localStorage: storage, document: { title: "Menu", referrer: "" },
              location: { href: "https://crumb.example/menu" },
              fetch: async (...call) => {
                const answer = await plain(...call);
                console.log(answer.status, await answer.clone().text());
                return answer;
              } };
            for (const [name, value] of Object.entries(shown)) {
              Object.defineProperty(globalThis, name, { value, configurable: true });
            }
            """;

    private final Product product;
    private final String guide;
    private Shell shell;

    @TempDir
    Path folder;

    GuideIT(Product product) {
        this.product = product;
        this.guide = GuideExample.guide().replace(WRITTEN_FOR, product.url().toString());
    }

    @BeforeEach
    void openShell() throws IOException {
        Files.createSymbolicLink(folder.resolve(".rapport"), product.home());
        shell = new Shell(folder);
    }

    @AfterEach
    void closeShell() {
        shell.close();
    }

    @TestFactory
    List<DynamicTest> examplesAnswerWhatTheGuideShows() {
        List<DynamicTest> tests = GuideExample.all(guide).stream()
                .filter(example -> List.of("bash", "js").contains(example.language()))
                .map(example -> DynamicTest.dynamicTest(example.title(), () -> run(example)))
                .toList();
        assertThat(tests).hasSizeGreaterThan(15);
        return tests;
    }

    @Test
    void itGeneratesTheJavaClientAsThisModuleDoes() throws IOException {
        String own = Files.readString(GuideExample.GUIDE.resolveSibling("../e2e/pom.xml"));
        GuideExample plugin = GuideExample.all(guide).stream()
                .filter(example -> example.language().equals("xml"))
                .findFirst()
                .orElseThrow();
        assertThat(plugin.text().lines().map(String::strip).filter(line -> !line.startsWith("<inputSpec>")))
                .allSatisfy(line -> assertThat(own).contains(line));
    }

    @Test
    void theProductShowsIt() {
        String page = product.client(null).get("/docs").expect(200).text();
        assertThat(page).contains("<h1").contains("RAPPORT=" + product.url());
    }

    private void run(GuideExample example) throws IOException {
        if (example.language().equals("js")) {
            runInBrowser(example);
        } else if (example.answer() == null) {
            shell.run(example.text());
        } else if (example.onlyLooks()) {
            Soon.shows(() -> check(example));
        } else {
            check(example);
        }
    }

    private void check(GuideExample example) {
        String answer = shell.run(example.text());
        String shown = example.answer().text();
        Consumer<String> comparison = example.answer().language().equals("http")
                ? actual -> HttpLikeness.assertLike(shown, actual)
                : actual -> Likeness.assertLike(shown, actual);
        comparison.accept(answer);
    }

    private void runInBrowser(GuideExample example) throws IOException {
        String key = shell.run("printf %s \"$PUBLISHABLE\"");
        Files.writeString(folder.resolve("page.mjs"), BROWSER + example.text().replace("pk_…", key));
        assertThat(shell.run("node page.mjs")).isEqualTo("202 {\"accepted\":1,\"duplicates\":0}");
    }
}
