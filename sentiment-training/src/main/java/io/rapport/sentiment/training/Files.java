package io.rapport.sentiment.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders of labelled texts. */
record Files(Path root) {

    List<String> lines(String file) {
        try (Stream<String> lines = java.nio.file.Files.lines(root.resolve(file), StandardCharsets.UTF_8)) {
            return lines.filter(line -> !line.isBlank()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<String> names(String folder, String ending) {
        try (Stream<Path> files = java.nio.file.Files.list(root.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
