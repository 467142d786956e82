package io.rapport.sample.saying;

import io.rapport.sample.story.Period;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One line of a text file: the fields that its first line names, separated by bars. */
record Written(Map<String, String> fields) {

    /** The lines of {@code texts/<name>.txt}. */
    static List<Written> in(String name) {
        List<String> lines =
                read("/io/rapport/sample/texts/" + name + ".txt").lines().toList();
        List<String> names = Arrays.asList(lines.getFirst().split("\\|"));
        return lines.stream().skip(1).map(line -> parse(names, line)).toList();
    }

    String text() {
        return fields.get("text");
    }

    String topic() {
        return fields.get("topic");
    }

    String touchpoint() {
        return fields.get("touchpoint");
    }

    String kind() {
        return fields.get("kind");
    }

    /** The language stated in the file; English where it has no such column. */
    String language() {
        return fields.getOrDefault("language", "en");
    }

    int number(String name) {
        return Integer.parseInt(fields.get(name));
    }

    Period period() {
        return Period.valueOf(fields.get("period").toUpperCase(Locale.ROOT));
    }

    private static Written parse(List<String> names, String line) {
        String[] values = line.split("\\|", -1);
        if (values.length != names.size()) {
            throw new IllegalStateException("Expected " + names + " but found: " + line);
        }
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            fields.put(names.get(i), values[i]);
        }
        return new Written(Map.copyOf(fields));
    }

    private static String read(String path) {
        try (InputStream stream = Written.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("Missing resource " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
