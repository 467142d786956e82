package io.rapport.metrics.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RfmScaleTest {

    @Test
    void equalCustomersHaveEqualScoresWhateverOthersAreLike() {
        double[] orders = {1, 1, 1, 1, 1, 1, 1, 2, 3, 9};
        double[] days = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        RfmScale scale = RfmScale.of(days, orders, days);
        assertThat(scale.frequency()).containsExactly(1.0, 1.0, 1.0, 2.2);
        assertThat(scale.of(1, 1, 5).frequency()).isEqualTo(1);
        assertThat(scale.of(1, 2, 5).frequency()).isEqualTo(4);
        assertThat(scale.of(1, 9, 5).frequency()).isEqualTo(5);
    }

    @Test
    void tiersSayHowCustomersAre() {
        double[] one = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        RfmScale scale = RfmScale.of(one, one, one);
        assertThat(scale.of(1, 10, 10)).isEqualTo(new RfmScale.Scores(5, 5, 5, "champion"));
        assertThat(scale.of(5, 10, 10).tier()).isEqualTo("loyal");
        assertThat(scale.of(10, 10, 10).tier()).isEqualTo("at_risk");
        assertThat(scale.of(1, 1, 10).tier()).isEqualTo("new");
        assertThat(scale.of(1, 3, 10).tier()).isEqualTo("promising");
        assertThat(scale.of(5, 3, 10).tier()).isEqualTo("needs_attention");
        assertThat(scale.of(8, 1, 10).tier()).isEqualTo("hibernating");
        assertThat(scale.of(10, 1, 1)).isEqualTo(new RfmScale.Scores(1, 1, 1, "lost"));
    }

    @Test
    @DisplayName("Scores of the 4,338 customers of Online Retail agree with R's quantiles (type 7), every one")
    void onlineRetail() throws IOException {
        Path file = Path.of(Optional.ofNullable(System.getenv("RAPPORT_DATA")).orElse("../../shared/data"))
                .resolve("online_retail/rfm_expected.csv");
        assumeThat(Files.exists(file)).as("the data set is absent: " + file).isTrue();
        List<String> lines = Files.readAllLines(file);
        List<String> columns = List.of(lines.getFirst().replace("\"", "").split(","));
        List<String[]> rows =
                lines.stream().skip(1).map(line -> line.split(",")).toList();
        RfmScale scale = RfmScale.of(
                numbers(rows, columns.indexOf("recency"), 1),
                numbers(rows, columns.indexOf("frequency"), 1),
                numbers(rows, columns.indexOf("monetary"), 100));
        for (String[] row : rows) {
            RfmScale.Scores scores = scale.of(
                    Long.parseLong(row[columns.indexOf("recency")]),
                    Long.parseLong(row[columns.indexOf("frequency")]),
                    Math.round(100 * Double.parseDouble(row[columns.indexOf("monetary")])));
            assertThat(scores.text())
                    .isEqualTo(row[columns.indexOf("R")] + row[columns.indexOf("F")] + row[columns.indexOf("M")]);
        }
    }

    private static double[] numbers(List<String[]> rows, int column, int times) {
        return rows.stream()
                .mapToDouble(row -> Math.round(times * Double.parseDouble(row[column])))
                .toArray();
    }
}
