package io.rapport.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the code of the services says of itself. */
final class Code {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final List<String> SERVICES = List.of("gateway", "metrics-service", "feedback-service", "sentiment-service");

    private Code() {}

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static Properties properties(String service) {
        return load(ROOT.resolve(service + "/src/main/resources/application.properties"));
    }

    static Properties frame() {
        return load(ROOT.resolve("frame/src/main/resources/META-INF/microprofile-config.properties"));
    }

    static String version() {
        Matcher version = Pattern.compile("(?m)^  <version>(.+)</version>").matcher(read(ROOT.resolve("pom.xml")));
        if (!version.find()) {
            throw new IllegalStateException("The root pom has no version");
        }
        return version.group(1);
    }

    /** All that is under the module's src/main, as one text. */
    static String sources(String module) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(module + "/src/main"))) {
            return files.filter(file -> file.toString().matches(".*\\.(java|properties)"))
                    .map(Code::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Properties load(Path file) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
