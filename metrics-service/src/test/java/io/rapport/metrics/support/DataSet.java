package io.rapport.metrics.support;

import static org.assertj.core.api.Assumptions.assumeThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A data set with published answers. Where it is absent, the test that asks for it is skipped and says so. */
public record DataSet(List<String[]> rows) {
    private static final Path ALL =
            Path.of(Optional.ofNullable(System.getenv("RAPPORT_DATA")).orElse("../../shared/data"));
    private static final int BATCH = 1_000;

    /** A data set that takes its time, and so is asked for by naming where the data is. */
    public static DataSet readWhole(String folder, String file, String separator) throws IOException {
        namedFolder();
        return read(folder, file, separator);
    }

    public static DataSet read(String folder, String file, String separator) throws IOException {
        return new DataSet(lines(folder, file).stream()
                .map(line -> line.replace("\"", "").split(separator))
                .toList());
    }

    private static void namedFolder() {
        assumeThat(System.getenv("RAPPORT_DATA"))
                .as("RAPPORT_DATA names no folder of data")
                .isNotNull();
    }

    private static List<String> lines(String folder, String file) throws IOException {
        Path path = ALL.resolve(folder).resolve(file);
        assumeThat(Files.exists(path)).as("the data set is absent: " + path).isTrue();
        try (Stream<String> lines = Files.lines(path)) {
            return lines.skip(1).toList();
        }
    }

    /** The lines after the first of a compressed data set that takes its time. */
    public static List<String> readGzip(String folder, String file) throws IOException {
        namedFolder();
        Path path = ALL.resolve(folder).resolve(file);
        assumeThat(Files.exists(path)).as("the data set is absent: " + path).isTrue();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).toList();
        }
    }

    /** The lines after the first, of a data set that takes its time, for whose columns a separator is not enough. */
    public static List<String> readLines(String folder, String file) throws IOException {
        namedFolder();
        return lines(folder, file);
    }

    /** Sends events, given as JSON, as many at once as one request takes. */
    public static void send(Client client, Stream<String> events) {
        List<String> batch = new ArrayList<>();
        events.forEach(event -> {
            batch.add(event);
            if (batch.size() == BATCH) {
                flush(client, batch);
            }
        });
        flush(client, batch);
    }

    private static void flush(Client client, List<String> batch) {
        if (!batch.isEmpty()) {
            client.events(batch.toString()).statusCode(202).body("accepted", equalTo(batch.size()));
            batch.clear();
        }
    }
}
