package io.rapport.feedback.review;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes rows as RFC 4180 asks, so that a spreadsheet takes no text for a formula. */
final class Csv {
    private static final String BEGINS_A_FORMULA = "=+-@\t\r";

    private Csv() {}

    /** A row: what is a {@link Number} is written as it is, and anything else as text. */
    static String row(Object... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(Object value) {
        if (value == null || value instanceof Number) {
            return value == null ? "" : value.toString();
        }
        String text = value.toString();
        String tame = !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = tame.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? tame : "\"" + tame.replace("\"", "\"\"") + "\"";
    }
}
