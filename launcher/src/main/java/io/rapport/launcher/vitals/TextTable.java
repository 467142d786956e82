package io.rapport.launcher.vitals;

import java.util.ArrayList;
import java.util.List;

/** A table in plain text: columns as wide as their widest cell, two spaces between them. */
public final class TextTable {
    private static final String GAP = "  ";
    private final Column[] columns;
    private final List<String[]> rows = new ArrayList<>();

    /** A heading, and to which side its cells lean. */
    public record Column(String heading, boolean right) {}

    public TextTable(Column... columns) {
        this.columns = columns.clone();
    }

    public static Column left(String heading) {
        return new Column(heading, false);
    }

    public static Column right(String heading) {
        return new Column(heading, true);
    }

    public void row(String... cells) {
        if (cells.length != columns.length) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.length + " columns");
        }
        rows.add(cells.clone());
    }

    public String render() {
        int[] widths = new int[columns.length];
        String[] headings = new String[columns.length];
        for (int i = 0; i < columns.length; i++) {
            headings[i] = columns[i].heading();
            int column = i;
            widths[i] = rows.stream().mapToInt(row -> row[column].length()).reduce(headings[i].length(), Math::max);
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(headings, widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return String.join("\n", lines);
    }

    private String line(String[] cells, int[] widths) {
        List<String> padded = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            String space = " ".repeat(widths[i] - cells[i].length());
            padded.add(columns[i].right() ? space + cells[i] : cells[i] + space);
        }
        return String.join(GAP, padded).stripTrailing();
    }
}
