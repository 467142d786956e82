package io.rapport.metrics.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the rows of a file are. */
enum ImportKind {
    EVENTS,
    CUSTOMERS,
    ORDERS,
    SPEND;

    static final List<String> NAMES =
            Arrays.stream(values()).map(ImportKind::text).toList();

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
