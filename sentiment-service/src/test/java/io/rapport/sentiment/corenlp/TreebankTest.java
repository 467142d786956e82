package io.rapport.sentiment.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.sentiment.reading.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Fidelity on whole data sets with people's labels. The figures were measured with the stock pipeline; the bounds leave room
 * for nothing but a change of the model.
 */
class TreebankTest {

    @Test
    void isAsAccurateOnTheTreebankAsTheStockPipeline() throws IOException {
        List<String> rows = Files.readAllLines(TestData.path("sst/stsa.fine.dev"));
        int right = 0;
        int polar = 0;
        for (String row : rows) {
            int gold = row.charAt(0) - '0';
            if (gold != 2) {
                polar++;
                double score = RealModel.read(row.substring(2)).score();
                right += score > 0 == gold > 2 ? 1 : 0;
            }
        }
        assertThat((double) right / polar).isBetween(0.74, 0.80);
    }

    @Test
    void mostReviewSentencesThatGetAPolarLabelGetTheRightOne() throws IOException {
        int right = 0;
        int polar = 0;
        for (String row : Files.readAllLines(TestData.path("sentiment_sentences/amazon_cells_labelled.txt"))) {
            String[] columns = row.split("\t");
            Label label = RealModel.read(columns[0]).label();
            if (label != Label.NEUTRAL) {
                polar++;
                right += (label == Label.POSITIVE) == columns[1].equals("1") ? 1 : 0;
            }
        }
        assertThat(polar).isGreaterThan(750);
        assertThat((double) right / polar).isGreaterThan(0.85);
    }
}
