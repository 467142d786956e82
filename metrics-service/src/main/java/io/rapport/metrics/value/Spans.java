package io.rapport.metrics.value;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.sql.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The parts of a period as a table to read from. */
final class Spans {
    private Spans() {}

    /**
     * {@code p}, with a span's number {@code i}, its start {@code since} and its end {@code until}; {@code since_known} and
     * {@code until_known} lie the business's days of inactivity before those: who bought since then is still active.
     *
     * @param bounds the first days of the spans, and the end of the last
     */
    static Sql of(Business business, List<LocalDate> bounds) {
        List<LocalDate> from = bounds.subList(0, bounds.size() - 1);
        List<LocalDate> to = bounds.subList(1, bounds.size());
        Function<LocalDate, LocalDate> known = day -> day.minusDays(business.inactivityDays());
        return Sql.of("unnest(?, ?, ?, ?, ?) as p (i, since, until, since_known, until_known)")
                .with(IntStream.range(0, from.size()).boxed().toArray(Integer[]::new))
                .with(starts(business, from))
                .with(starts(business, to))
                .with(starts(business, from.stream().map(known).toList()))
                .with(starts(business, to.stream().map(known).toList()));
    }

    private static Instant[] starts(Business business, List<LocalDate> days) {
        return days.stream().map(business::start).toArray(Instant[]::new);
    }
}
