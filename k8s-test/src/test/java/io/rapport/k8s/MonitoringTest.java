package io.rapport.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The alert rules and the dashboard ask for what the services count, and each alert is explained. */
class MonitoringTest {
    private static final Path FOLDER = Code.ROOT.resolve("k8s/monitoring");
    private static final Pattern FIGURE = Pattern.compile("rapport_[a-z_]+");

    @ParameterizedTest
    @ValueSource(strings = {"alerts.yaml", "dashboard.json"})
    void everyFigureIsCountedSomewhere(String file) {
        String code = Stream.concat(Stream.of("frame"), Code.SERVICES.stream())
                .map(Code::sources)
                .collect(Collectors.joining());
        Set<String> counted = Pattern.compile("\"(rapport\\.[a-z.]+)\"")
                .matcher(code)
                .results()
                .map(found -> found.group(1).replace('.', '_'))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(figures(Code.read(FOLDER.resolve(file)))).isNotEmpty().isSubsetOf(counted);
    }

    @Test
    void everyAlertIsExplained() {
        String operations = Code.read(Code.ROOT.resolve("docs/operations.md"));
        assertThat(alerts()).hasSizeGreaterThan(10).allSatisfy(alert -> assertThat(operations)
                .contains("| `" + alert + "` |"));
    }

    @Test
    void nothingIsExplainedThatDoesNotAlert() {
        String operations = Code.read(Code.ROOT.resolve("docs/operations.md"));
        assertThat(Pattern.compile("\\| `(Rapport[A-Za-z]+)` \\|")
                        .matcher(operations)
                        .results()
                        .map(found -> found.group(1)))
                .isSubsetOf(alerts());
    }

    @Test
    void theRulesFireWhenTheyShould() {
        Assumptions.assumeTrue(Command.exists("promtool"), "promtool is not on the PATH: the rules were not run");
        String answer = Command.run(
                Map.of(),
                "promtool",
                "test",
                "rules",
                FOLDER.resolve("alerts-test.yaml").toString());
        assertThat(answer).contains("SUCCESS");
    }

    private static List<String> alerts() {
        JsonNode rules = Yaml.read(Code.read(FOLDER.resolve("alerts.yaml"))).getFirst();
        return rules.findValuesAsText("alert");
    }

    /** Without what Prometheus adds to a name for its kind. */
    private static Set<String> figures(String text) {
        return FIGURE.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(name -> name.replaceFirst("_seconds_(count|sum|max|bucket)$", "")
                        .replaceFirst("_total$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
