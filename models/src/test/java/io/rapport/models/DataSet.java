package io.rapport.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.assertj.core.data.Offset;

/** A data set with published answers. Where it is absent, the test that asks for it is skipped and says so. */
public record DataSet(List<String> columns, List<String[]> rows) {
    private static final Path ALL =
            Path.of(Optional.ofNullable(System.getenv("RAPPORT_DATA")).orElse("../../shared/data"));

    public static DataSet read(String folder, String file) throws IOException {
        Path path = ALL.resolve(folder).resolve(file);
        assumeThat(Files.exists(path)).as("the data set is absent: " + path).isTrue();
        List<String[]> rows = new ArrayList<>();
        try (InputStream in = Files.newInputStream(path);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        file.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(cells(line));
            }
        }
        return new DataSet(List.of(rows.getFirst()), rows.subList(1, rows.size()));
    }

    public int column(String name) {
        assertThat(columns).contains(name);
        return columns.indexOf(name);
    }

    public String text(String[] row, String column) {
        return row[column(column)];
    }

    public double number(String[] row, String column) {
        return Double.parseDouble(row[column(column)]);
    }

    /** Values of some columns, row by row. */
    public List<double[]> numbers(String... names) {
        return rows.stream()
                .map(row -> Arrays.stream(names)
                        .mapToDouble(name -> number(row, name))
                        .toArray())
                .toList();
    }

    /** Within so much of the value itself. */
    public static Offset<Double> relative(double value, double part) {
        return Offset.offset(Math.abs(value) * part);
    }

    private static String[] cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells.toArray(String[]::new);
    }
}
