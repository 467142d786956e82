package io.rapport.metrics.segment;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.sql.Sql;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The moment as of which a segment is looked at: the end of a day of the business.
 *
 * @param past whether customers may have come since
 */
public record AsOf(Business business, LocalDate day, boolean past) {

    /** Of a day that may be past. */
    public AsOf(Business business, LocalDate day) {
        this(business, day, true);
    }

    public Instant end() {
        return business.start(day.plusDays(1));
    }

    /** The start of the last so many days, of which this is the last one. */
    Instant start(int days) {
        return business.start(day.plusDays(1).minusDays(days));
    }

    /** That a time lies before the end and, where days are given, in the last so many. */
    Sql during(String time, Integer days) {
        Sql during = Sql.of(time + " < ?", end());
        return days == null ? during : during.add("and " + time + " >= ?", start(days));
    }
}
