package io.rapport.k8s;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What {@code k8s/secrets} makes is what the manifests ask for, in the form that the services read. */
class SecretsTest {

    @Test
    void theLocalOverlayFindsEachAndNoneIsTooMuch() {
        assertThat(made().keySet()).isEqualTo(Wiring.secretKeys(Manifests.overlay("local")));
    }

    @Test
    void theProductionOverlayFindsEachAndNoneIsTooMuch() {
        assertThat(made("db.example").keySet()).isEqualTo(Wiring.secretKeys(Manifests.overlay("production")));
    }

    @Test
    void theDatabasesAreOnTheServerThatIsNamed() {
        assertThat(made("db.example:6432", "?sslmode=verify-full"))
                .containsEntry(
                        "metrics-database/url",
                        "jdbc:postgresql://db.example:6432/rapport_metrics?sslmode=verify-full");
        assertThat(made("db.example"))
                .containsEntry("gateway-database/url", "jdbc:postgresql://db.example:5432/rapport_gateway");
    }

    @Test
    void eachHasTheFormThatItsReaderNeeds() {
        Map<String, String> made = made();
        assertThat(Base64.getUrlDecoder().decode(made.get("rapport-token/secret")))
                .hasSize(32);
        assertThat(made.get("rapport-token/secret")).matches("[A-Za-z0-9_-]{43}");
        assertThat(Base64.getDecoder().decode(made.get("feedback-encryption/key")))
                .hasSize(32);
        assertThat(made.get("gateway-admin/key-hash")).matches("[0-9a-f]{64}");
        assertThat(made.get("gateway-database/app-password")).matches("[A-Za-z0-9]{32}");
    }

    @Test
    void noneIsLikeAnother() {
        assertThat(made().get("rapport-token/secret")).isNotEqualTo(made().get("rapport-token/secret"));
        assertThat(made().values()).doesNotHaveDuplicates();
    }

    private static Map<String, String> made(String... arguments) {
        Map<String, String> made = new TreeMap<>();
        for (JsonNode secret : script(arguments)) {
            assertThat(secret.path("kind").asText()).isEqualTo("Secret");
            secret.path("data")
                    .properties()
                    .forEach(entry -> made.put(
                            secret.at("/metadata/name").asText() + "/" + entry.getKey(),
                            new String(
                                    Base64.getDecoder().decode(entry.getValue().asText()), UTF_8)));
        }
        return made;
    }

    private static List<JsonNode> script(String... arguments) {
        // The admin key, which it shows on standard error, is nobody's.
        List<String> command = new ArrayList<>(List.of("bash", "-c", "exec \"$0\" \"$@\" 2>/dev/null"));
        command.add(Code.ROOT.resolve("k8s/secrets").toString());
        command.addAll(List.of(arguments));
        return Yaml.read(Command.run(Map.of(), command.toArray(String[]::new)));
    }
}
