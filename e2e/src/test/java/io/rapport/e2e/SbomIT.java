package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each packaged service comes with a bill of materials (CycloneDX), and what it ships is on it. */
class SbomIT {
    private static final Path ROOT = Path.of(System.getProperty("rapport.root"));

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "metrics-service", "feedback-service", "sentiment-service"})
    void everyShippedLibraryIsListedWithItsHash(String service) throws Exception {
        JsonNode bill = read(service + "/target/quarkus-run-cyclonedx.json");
        Map<String, String> shipped = hashes(ROOT.resolve(service + "/target/quarkus-app/lib"));
        assertThat(shipped).hasSizeGreaterThan(50);
        assertThat(listed(bill)).containsAll(shipped.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"react", "@visx/scale"})
    void theDashboardsPackagesAreListed(String name) throws Exception {
        Set<String> names = new TreeSet<>();
        components(read("gateway/target/dashboard-cyclonedx.json"))
                .forEach(component -> names.add(fullName(component)));
        assertThat(names).contains(name);
    }

    @Test
    void whatOnlyBuildsTheDashboardIsNotListed() throws Exception {
        assertThat(components(read("gateway/target/dashboard-cyclonedx.json")))
                .extracting(SbomIT::fullName)
                .doesNotContain("vite");
    }

    private static String fullName(JsonNode component) {
        String group = component.path("group").asText();
        String name = component.path("name").asText();
        return group.isEmpty() || name.startsWith(group) ? name : group + "/" + name;
    }

    private static Set<String> listed(JsonNode bill) {
        Set<String> hashes = new TreeSet<>();
        components(bill).forEach(component -> component.path("hashes").forEach(hash -> {
            if (hash.path("alg").asText().equals("SHA-256")) {
                hashes.add(hash.path("content").asText());
            }
        }));
        return hashes;
    }

    private static Iterable<JsonNode> components(JsonNode bill) {
        return StreamSupport.stream(bill.path("components").spliterator(), false)
                .toList();
    }

    private static Map<String, String> hashes(Path folder) throws IOException, NoSuchAlgorithmException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
                hashes.put(jar.getFileName().toString(), HexFormat.of().formatHex(hash));
            }
        }
        return hashes;
    }

    private static JsonNode read(String file) throws IOException {
        return new ObjectMapper().readTree(ROOT.resolve(file).toFile());
    }
}
