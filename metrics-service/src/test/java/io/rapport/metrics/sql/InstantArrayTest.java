package io.rapport.metrics.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.metrics.support.MetricsTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@MetricsTest
class InstantArrayTest {
    @Inject
    Transactions transactions;

    static Stream<List<String>> arrays() {
        return Stream.of(
                List.of(),
                List.of("2026-03-01T09:00:00.123456Z"),
                List.of(
                        "1969-12-31T23:59:59.999999Z",
                        "null",
                        "1999-12-31T23:59:59.999999Z",
                        "2000-01-01T00:00:00Z",
                        "2200-01-01T00:00:00Z"),
                List.of("null"));
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void postgresReadsTheInstantsThatWereSent(List<String> texts) {
        Instant[] instants = texts.stream()
                .map(text -> "null".equals(text) ? null : Instant.parse(text))
                .toArray(Instant[]::new);
        List<String> read = transactions.call(connection -> Sql.of(
                        "select to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US') as text"
                                + " from unnest(?) with ordinality a (at, place) order by place",
                        (Object) instants)
                .list(connection, row -> Objects.requireNonNullElse(row.getString(1), "null")));
        assertThat(read)
                .containsExactlyElementsOf(texts.stream()
                        .map(text -> "null".equals(text) ? text : micros(text))
                        .toList());
    }

    private static String micros(String text) {
        String digits = text.replace("Z", "");
        return digits.contains(".") ? digits : digits + ".000000";
    }
}
