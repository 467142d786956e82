package io.rapport.gateway.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 29);

    @Test
    void unasked_it_is_the_last_28_days_that_are_over() {
        Period period = Period.of(null, null, TODAY);
        assertThat(period.from()).isEqualTo("2026-03-01");
        assertThat(period.to()).isEqualTo("2026-03-29");
        assertThat(period.days()).isEqualTo(28);
    }

    @Test
    void a_side_that_is_given_stays() {
        assertThat(Period.of(LocalDate.of(2026, 1, 1), null, TODAY))
                .isEqualTo(new Period(LocalDate.of(2026, 1, 1), TODAY));
        assertThat(Period.of(null, LocalDate.of(2026, 2, 1), TODAY).from()).isEqualTo("2026-01-04");
    }

    @Test
    void the_longer_the_period_the_longer_the_steps() {
        assertThat(ofDays(1).interval()).isEqualTo("day");
        assertThat(ofDays(62).interval()).isEqualTo("day");
        assertThat(ofDays(63).interval()).isEqualTo("week");
        assertThat(ofDays(371).interval()).isEqualTo("week");
        assertThat(ofDays(372).interval()).isEqualTo("month");
    }

    private static Period ofDays(int days) {
        return new Period(TODAY, TODAY.plusDays(days));
    }
}
