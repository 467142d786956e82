package io.rapport.sentiment.corenlp.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeRowsTest {
    private static final int NUMBERS = 233;

    @ParameterizedTest
    @CsvSource({"0,100", "1,100", "4,100", "5,100", "60,700", "60,7000", "61,20000", "3,32767"})
    void sumsAreThoseOfPlainIntegersHoweverLarge(int count, int most) {
        int width = WholeRows.width(NUMBERS);
        WholeRows rows = new WholeRows(100, width);
        Random random = new Random(count);
        for (int turn = 0; turn < 3; turn++) {
            int[] expected = new int[width];
            rows.clear();
            for (int i = 0; i < count; i++) {
                int[] numbers = new int[width];
                for (int j = 0; j < NUMBERS; j++) {
                    // All on one side, so that the sums grow.
                    numbers[j] = j % 2 == 0 ? random.nextInt(most / 2, most) : -random.nextInt(most / 2, most);
                    expected[j] += numbers[j];
                }
                rows.add(WholeRows.row(numbers));
                rows.add(null);
            }
            int[] sums = new int[width];
            rows.sumInto(sums);
            assertThat(sums).isEqualTo(expected);
        }
    }

    @Test
    void aRowHasRoomForItsBound() {
        assertThat(WholeRows.width(NUMBERS)).isGreaterThan(NUMBERS);
        assertThat(WholeRows.width(16)).isGreaterThan(16);
        assertThat(WholeRows.row(3, -7, 0)).containsExactly(3, -7, 7);
    }

    @Test
    void whatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> WholeRows.row(40_000, 0)).isInstanceOf(IllegalStateException.class);
    }
}
