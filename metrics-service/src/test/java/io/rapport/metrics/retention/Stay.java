package io.rapport.metrics.retention;

import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.DataSet;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A subscription of so many days up to the last one that is looked at: ended on it, or still running, and so censored there.
 *
 * @param price of a month; null where there is none
 */
record Stay(int days, boolean ended, String plan, String price) {
    private static final LocalDate LAST = LocalDate.of(2026, 2, 28);

    /** The period in which all begin, and by whose end all that ended has. */
    static final String PERIOD = "?from=2022-01-01&to=" + LAST.plusDays(1);

    /** The last day alone. */
    static final String LAST_DAY = "?from=" + LAST + "&to=" + LAST.plusDays(1);

    static void send(Client client, List<Stay> stays) {
        DataSet.send(client, IntStream.range(0, stays.size()).boxed().flatMap(i -> stays.get(i)
                .events("c" + i)));
    }

    private Stream<String> events(String who) {
        String began = LAST.minusDays(days).toString();
        String start = ChurnTest.subscription(who + "-1", "started", who, who, began, plan, price, "month");
        return ended
                ? Stream.of(
                        start,
                        ChurnTest.subscription(who + "-2", "cancelled", who, who, LAST.toString(), null, null, null))
                : Stream.of(start);
    }
}
