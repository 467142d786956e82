package io.rapport.models.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.models.DataSet;
import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OnlineRetailTest {
    private record Row(double recency, double frequency, double monetary, int r, int f, int m) {}

    @Test
    @DisplayName("Quintiles of 4,338 customers of Online Retail agree with R: thresholds to 1e-9, every score equal")
    void quintiles() throws IOException {
        List<Row> rows = DataSet.read("online_retail", "rfm_expected.csv")
                .numbers("recency", "frequency", "monetary", "R", "F", "M")
                .stream()
                .map(row -> new Row(row[0], row[1], row[2], (int) row[3], (int) row[4], (int) row[5]))
                .toList();
        assertThat(rows).hasSize(4_338);
        Quantiles recency = quantiles(rows, Row::recency);
        Quantiles frequency = quantiles(rows, Row::frequency);
        Quantiles monetary = quantiles(rows, Row::monetary);
        assertThresholds(recency, 13.8, 33, 72, 180);
        assertThresholds(frequency, 1, 2, 3, 6);
        assertThresholds(monetary, 250.194, 490.096, 942.276, 2058.426);
        for (Row row : rows) {
            assertThat(List.of(
                            6 - recency.part(row.recency, 5),
                            frequency.part(row.frequency, 5),
                            monetary.part(row.monetary, 5)))
                    .as(row.toString())
                    .containsExactly(row.r, row.f, row.m);
        }
    }

    private static Quantiles quantiles(List<Row> rows, ToDoubleFunction<Row> of) {
        return Quantiles.of(rows.stream().mapToDouble(of).toArray());
    }

    private static void assertThresholds(Quantiles quantiles, double... thresholds) {
        for (int i = 0; i < 4; i++) {
            assertThat(quantiles.at((i + 1) / 5.0)).isCloseTo(thresholds[i], within(1e-9));
        }
    }
}
