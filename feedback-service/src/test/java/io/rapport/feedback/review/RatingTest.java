package io.rapport.feedback.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RatingTest {
    @Test
    void isBroughtToOneToFive() {
        assertThat(stars("4", "1", "5")).isEqualTo("4.00");
        assertThat(stars("1", "1", "5")).isEqualTo("1.00");
        assertThat(stars("0", "0", "10")).isEqualTo("1.00");
        assertThat(stars("10", "0", "10")).isEqualTo("5.00");
        assertThat(stars("8", "0", "10")).isEqualTo("4.20");
        assertThat(stars("2", "1", "4")).isEqualTo("2.33");
        assertThat(stars("3.5", "1", "5")).isEqualTo("3.50");
        assertThat(stars("-1", "-2", "2")).isEqualTo("2.00");
    }

    @Test
    void aYesIsNoStars() {
        assertThat(Rating.yesOrNo(true).stars()).isNull();
    }

    @Test
    void equalNumbersAreEqualRatings() {
        assertThat(rating("4.0", "1", "5")).isEqualTo(rating("4", "1.00", "5"));
        assertThat(rating("10", "0", "100")).isEqualTo(rating("1E+1", "0", "1E+2"));
    }

    private static String stars(String value, String min, String max) {
        return rating(value, min, max).stars().toPlainString();
    }

    private static Rating rating(String value, String min, String max) {
        return Rating.of(new BigDecimal(value), new BigDecimal(min), new BigDecimal(max));
    }
}
