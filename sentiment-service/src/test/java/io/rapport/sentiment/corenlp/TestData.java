package io.rapport.sentiment.corenlp;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Data sets in the folder RAPPORT_DATA, by default shared/data beside the repository. */
final class TestData {
    private TestData() {}

    /** Skips the test where the file isn't there. */
    static Path path(String file) {
        String folder = System.getenv().getOrDefault("RAPPORT_DATA", "../../shared/data");
        Path path = Path.of(folder, file);
        assumeTrue(Files.isReadable(path), () -> "No test data at " + path.toAbsolutePath());
        return path;
    }

    /** The longest column is the text. */
    static String text(String row) {
        String text = "";
        for (String column : row.split("\t")) {
            text = column.length() > text.length() ? column : text;
        }
        return text;
    }
}
